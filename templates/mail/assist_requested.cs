请协助核查：有一件事项需要贵会说明

<?cs var:Union ?> <?cs var:Contact ?>：

公示期间有一件事项需要贵会协助核查。请打开下面的链接，用本邮箱或登记的手机收取验证码登录，签收并在<?cs var:Param.due ?>前答复：
<?cs var:Letter_link ?>

事项内容登录后可见，请勿转给无关人员。本邮件由公示平台自动发出，请勿直接回复。

<?cs var:Organiser ?>
