您提交的反馈（编号 <?cs var:Number ?>）有新进展，请到 <?cs var:Track_link ?> 用编号和查询码查看。
