您好，请贵会协助的事项请在<?cs var:Param.due ?>前（含当日）登录签收并答复：<?cs var:Letter_link ?>
