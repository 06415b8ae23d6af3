<?cs include:"_head.cs" ?><?cs include:"shared/_go_on.cs" ?><?cs include:"_foot.cs" ?>
