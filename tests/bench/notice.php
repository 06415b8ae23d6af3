<?php
// notice: the peer of the list page in PHP: the same query under the same account, the same HTML. @FRAME@ is replaced by the bench with the
// folder that holds what stands around the rows, as our program wrote it.
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$db = new mysqli('p:localhost', 'gs_public', trim(file_get_contents('@FRAME@/password')), 'gongshi', 0, '@SOCKET@');
$db->set_charset('utf8mb4');
$find = $db->prepare("SELECT v.version_id, v.slug, v.title FROM shown_version v WHERE v.slug = ? ORDER BY v.version DESC LIMIT 1");
$slug = $_SERVER['SLUG'];
$find->bind_param('s', $slug);
$find->execute();
$notice = $find->get_result()->fetch_assoc();
$find = $db->prepare("SELECT e.slug, e.award, e.seq, e.name, e.employer, e.post, e.union_name, e.field FROM shown_entry e
  WHERE e.version_id = ? ORDER BY e.place");
$find->bind_param('i', $notice['version_id']);
$find->execute();
$rows = ['CRAFTSMAN' => '', 'NOMINATION' => ''];
foreach ($find->get_result() as $e) {
    $h = array_map(fn($x) => htmlspecialchars((string)$x, ENT_QUOTES), $e);
    $rows[$e['award']] .= "<tr id=\"p-{$h['slug']}\"><td class=\"num\">{$h['seq']}</td><th scope=\"row\" class=\"who\">"
        . "<a href=\"/notice/{$notice['slug']}/candidate/{$h['slug']}\">{$h['name']}</a></th><td>{$h['employer']}"
        . "<span class=\"more\">{$h['post']}</span><span class=\"more\">{$h['union_name']} · {$h['field']}</span></td></tr>\n";
}
header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-cache');
header('Content-Encoding: gzip');
$part = fn($name) => file_get_contents("@FRAME@/{$notice['slug']}.$name");
echo gzencode($part('head') . $rows['CRAFTSMAN'] . $part('middle') . $rows['NOMINATION'] . $part('tail'), 1);
