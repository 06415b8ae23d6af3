您的反馈（编号<?cs var:Number ?>）有更新，请到 <?cs var:Track_link ?> 查看。
