您好，公示已经发布，名单中有贵会推荐的<?cs var:Param.count ?>人，<?cs var:Param.closes ?>结束。请登录核对并签收：<?cs var:Letter_link ?>
