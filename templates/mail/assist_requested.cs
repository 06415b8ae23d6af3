请协助核查：有一件事项需要贵会说明

<?cs var:Union ?> <?cs var:Contact ?>：

您好！公示期间有一件事项需要核实，请贵会协助核查并作出说明。

请在<?cs var:Param.due ?>前（含当日）登录，签收并答复。打开下面的链接，用登记的邮箱或手机收取验证码：
<?cs var:Letter_link ?>

事项内容登录后可见，请只让承办人员知悉，不要外传，也不要追查事项的来源。
如有疑问，请联系我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
