您好，贵会推荐的人选有一份告知，请登录查看并签收：<?cs var:Letter_link ?>
