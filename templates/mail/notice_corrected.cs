公示有更正，请核对并签收：<?cs var:Param.title ?>

<?cs var:Union ?> <?cs var:Contact ?>：

您好！《<?cs var:Param.title ?>》已更正，现在有效的是第 <?cs var:Param.version ?> 版，涉及贵会推荐的人选或公示的文字。更正说明：

<?cs var:Param.reason ?>

请做两件事：
1. 核对更正的内容；
2. 签收，表示贵会已收到。

打开下面的链接，用登记的邮箱或手机收取验证码登录：
<?cs var:Letter_link ?>

发现信息有误，请尽快告诉我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
