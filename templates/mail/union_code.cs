登录验证码：<?cs var:Code ?>

<?cs var:Union ?> <?cs var:Contact ?>：

您的登录验证码是 <?cs var:Code ?>，10 分钟内有效。请不要告诉任何人。如果不是您本人操作，请不必理会。

<?cs var:Organiser ?>
