// notice: the peer of the list page in Fastify with the mariadb driver: the same query under the same account, the same HTML, packed as nginx would.
// Usage: node notice.mjs PORT DATABASE-SOCKET PASSWORD-FILE FRAME
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import mariadb from 'mariadb';

const [port, socketPath, password, frame] = process.argv.slice(2);
const pool = mariadb.createPool({ socketPath, user: 'gs_public', password: readFileSync(password, 'utf8').trim(), database: 'gongshi',
  connectionLimit: 4, bigIntAsNumber: true });
const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const h = (x) => String(x).replace(/[&<>"']/g, (c) => marks[c]);
const app = fastify();
const parts = {};

app.get('/:slug', async (ask, reply) => {
  const slug = ask.params.slug;
  const part = parts[slug] ??= Object.fromEntries(['head', 'middle', 'tail'].map((n) => [n, readFileSync(`${frame}/${slug}.${n}`, 'utf8')]));
  const [notice] = await pool.execute('SELECT v.version_id, v.slug FROM shown_version v WHERE v.slug = ? ORDER BY v.version DESC LIMIT 1', [slug]);
  const rows = { CRAFTSMAN: '', NOMINATION: '' };
  for (const e of await pool.execute('SELECT e.slug, e.award, e.seq, e.name, e.employer, e.post, e.union_name, e.field FROM shown_entry e ' +
    'WHERE e.version_id = ? ORDER BY e.place', [notice.version_id]))
    rows[e.award] += `<tr id="p-${h(e.slug)}"><td class="num">${e.seq}</td><th scope="row" class="who"><a href="/notice/${h(notice.slug)}/candidate/${h(e.slug)}">` +
      `${h(e.name)}</a></th><td>${h(e.employer)}<span class="more">${h(e.post)}</span><span class="more">${h(e.union_name)} · ${h(e.field)}</span></td></tr>\n`;
  reply.header('content-type', 'text/html; charset=utf-8').header('content-encoding', 'gzip');
  return gzipSync(part.head + rows.CRAFTSMAN + part.middle + rows.NOMINATION + part.tail, { level: 1 });
});
app.listen({ port: Number(port), host: '127.0.0.1' });
