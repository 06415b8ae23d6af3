请查收并签收：<?cs var:Param.title ?>

<?cs var:Union ?> <?cs var:Contact ?>：

《<?cs var:Param.title ?>》已于<?cs var:Param.opens ?>起公示，至<?cs var:Param.closes ?>止。贵会推荐的 <?cs var:Param.count ?> 人在名单内。

请打开下面的链接，用本邮箱或登记的手机收取验证码登录，核对贵会推荐人选的信息并签收：
<?cs var:Letter_link ?>

公示期间如发现信息有误，请及时与我们联系。本邮件由公示平台自动发出，请勿直接回复。

<?cs var:Organiser ?>
