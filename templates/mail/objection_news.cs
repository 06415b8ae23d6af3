您提交的反馈有新进展（编号 <?cs var:Number ?>）

您好：

您提交的反馈（编号 <?cs var:Number ?>）有新进展。请打开下面的网页，用编号和查询码查看：
<?cs var:Track_link ?>

为了保护您，邮件里不写具体内容。本邮件由公示平台自动发出，请勿直接回复。

<?cs var:Organiser ?>
