协查事项已过期限，请尽快答复

<?cs var:Union ?> <?cs var:Contact ?>：

您好！请贵会协助核查的事项应在<?cs var:Param.due ?>前答复，现在已过期限。没有答复以前，有关人选不能提交认定。请尽快登录，签收并答复：
<?cs var:Letter_link ?>

如有疑问，请联系我们<?cs if:Phone ?>，电话 <?cs var:Phone ?><?cs /if ?>。
本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
