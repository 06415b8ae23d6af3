协查事项有更新

<?cs var:Union ?> <?cs var:Contact ?>：

您好！请贵会协助核查的事项有更新（延期申请的答复，或事项已结束）。

请打开下面的链接，用登记的邮箱或手机收取验证码，登录后查看：
<?cs var:Letter_link ?>

如有疑问，请联系我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
