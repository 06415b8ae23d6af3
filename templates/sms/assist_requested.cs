<?cs var:Union ?>：有一件事项需贵会协助，请登录签收并在<?cs var:Param.due ?>前答复：<?cs var:Letter_link ?>
