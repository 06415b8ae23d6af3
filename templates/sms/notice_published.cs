<?cs var:Union ?>：贵会推荐的 <?cs var:Param.count ?> 人已列入公示，至<?cs var:Param.closes ?>止。请登录签收：<?cs var:Letter_link ?>
