认定名单已公布，请签收：<?cs var:Param.title ?>

<?cs var:Union ?> <?cs var:Contact ?>：

您好！《<?cs var:Param.title ?>》已经公布，名单中有贵会推荐的人选。

请核对名单并签收，表示贵会已收到。打开下面的链接，用登记的邮箱或手机收取验证码登录：
<?cs var:Letter_link ?>

发现信息有误，请尽快告诉我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
