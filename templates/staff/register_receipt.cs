<?cs include:"_head.cs" ?><?cs if:Receipt.again ?><div class="banner"><p><?cs var:Lang.Staff.Register.receipt_again ?></p></div>
<?cs /if ?><h1><?cs var:Lang.Staff.Register.receipt_title ?></h1>
<div class="sheet">
<p><?cs var:Lang.Staff.Register.number ?><span class="code"><?cs var:Receipt.number ?></span></p>
<p><?cs var:Lang.Staff.Register.code ?><span class="code"><?cs var:Receipt.code ?></span></p>
<p><?cs var:Lang.Staff.Register.time ?> <span class="nowrap"><?cs var:Receipt.time ?></span></p>
<p class="muted"><?cs var:Receipt.candidate ?> · <?cs var:Receipt.title ?></p>
<p><?cs var:Lang.Staff.Register.track_at ?> <?cs var:Receipt.track ?></p>
</div>
<p class="banner warn no-print"><strong><?cs var:Lang.Staff.Register.only_now ?></strong></p>
<p class="no-print"><?cs var:Lang.Staff.Register.Give[Receipt.channel] ?></p>
<p class="no-print"><?cs if:Receipt.anonymous ?><?cs var:Lang.Staff.Register.next_clue ?><?cs elif:Receipt.late ?><?cs var:Lang.Staff.Register.next_late ?><?cs else ?><?cs var:Lang.Staff.Register.next_check ?><?cs /if ?></p>
<p class="actions no-print" data-tools hidden><button class="button-plain" type="button" data-print><?cs var:Lang.Staff.Register.print ?></button></p>
<p class="no-print"><a href="<?cs var:List_url ?>"><?cs var:Lang.Staff.Register.to_list ?></a></p>
<?cs include:"_foot.cs" ?>
