有 <?cs var:Param.count ?> 件异议超过办理期限

您好！

本办公室现有 <?cs var:Param.count ?> 件异议超过办理期限，其中有的刚满一个工作日，请督促办理。经办人登录后可以查看：
<?cs var:Staff_link ?>

为了保护当事人，邮件里不写具体内容。本邮件自动发出，请勿直接回复。

<?cs var:Organiser ?>
