<?cs # a task: whom it is about, and why there is one
?><?cs def:task_whom(x) ?><?cs if:x.number ?><?cs var:Lang.Staff.Outbox.objector ?> <span class="nowrap"><?cs var:x.number ?></span><?cs elif:x.union ?><?cs var:x.union ?><?cs else ?><?cs var:Lang.Staff.Outbox.above ?><?cs /if ?><?cs /def
?><?cs def:task_why(x) ?><?cs var:Lang.Staff.Task.what[x.what] ?><?cs if:x.why ?> <span class="muted"><?cs var:Lang.Staff.Task.why_word[x.why] ?></span><?cs /if ?><?cs /def ?>
