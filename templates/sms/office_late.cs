您好，有<?cs var:Param.count ?>件事项超过办理期限，请督促办理：<?cs var:Staff_link ?>
