您好，请贵会协助的事项应在<?cs var:Param.due ?>前答复，现已过期，请尽快登录办理：<?cs var:Letter_link ?>
