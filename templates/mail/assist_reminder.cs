请在<?cs var:Param.due ?>前答复协查事项

<?cs var:Union ?> <?cs var:Contact ?>：

您好！请贵会协助核查的事项还没有答复，请在<?cs var:Param.due ?>前（含当日）登录，签收并答复。打开下面的链接，用登记的邮箱或手机收取验证码：
<?cs var:Letter_link ?>

来不及的，签收后可以在页面上申请延期一次，写明理由。

如有疑问，请联系我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
