<?cs include:"_head.cs" ?><?cs include:"_notice.cs" ?><?cs call:error_summary() ?><h1><?cs var:Lang.Staff.Final.withdraw_title ?></h1>
<p class="lead"><?cs var:Notice.title ?></p>
<p><?cs var:Lang.Staff.Withdraw.lead ?></p>
<form method="post" action="<?cs var:Notice.withdraw_url ?>#err" novalidate><?cs call:seen() ?><?cs call:area_field("reason", Form.reason, Lang.Staff.Withdraw.reason) ?><p class="actions"><button class="button-risk" type="submit"><?cs var:Lang.Staff.Final.withdraw_title ?></button></p></form>
<?cs include:"_foot.cs" ?>
