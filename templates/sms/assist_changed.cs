您好，请贵会协助的事项有更新，请登录查看：<?cs var:Letter_link ?>
