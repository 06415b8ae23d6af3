</main>
<footer class="foot">
<div class="foot-in">
<p><?cs var:Lang.Site.owner ?></p>
</div>
</footer>
</body>
</html>
