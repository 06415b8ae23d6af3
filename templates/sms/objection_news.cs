您提交的反馈（编号<?cs var:Number ?>）有新消息，请打开 <?cs var:Track_link ?> 用编号和查询码查看。
