您好，有一件事项需要贵会协助，请在<?cs var:Param.due ?>前（含当日）登录签收并答复：<?cs var:Letter_link ?>
