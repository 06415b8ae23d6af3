请签收：贵会推荐的人选有一份告知

<?cs var:Union ?> <?cs var:Contact ?>：

您好！贵会推荐的人选有一份告知，请登录查看并签收。打开下面的链接，用登记的邮箱或手机收取验证码：
<?cs var:Letter_link ?>

告知的内容登录后可见，请只让承办人员和人选本人知悉。
如有疑问，请联系我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
