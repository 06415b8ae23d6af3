/* moderate_read: opening a case for those who may read it, with an audit row before anything is shown. */
#include <jansson.h>
#include <string.h>

#include "attach.h"
#include "audit.h"
#include "moderate.h"

static bool open_with(struct mem *m, struct db *db, const struct login_session *s, const char *context, const struct db_blob *sealed,
                      struct seal_bytes *out, struct fail *f)
{
    struct seal_pair *pair = mem_alloc(mem_new_secret(m, "case key"), sizeof *pair);
    return keyring_open(m, db, s, KEYRING_CASE, sealed->data, sealed->len, pair, f) &&
           seal_open(m, pair, context, sealed->data, sealed->len, out, f);
}

static bool open_in_place(struct mem *m, struct db *db, const struct login_session *s, const char *context, struct db_blob *blob,
                          struct fail *f)
{
    struct seal_bytes plain;
    if (blob->len == 0)
        return true;
    if (!open_with(m, db, s, context, blob, &plain, f))
        return false;
    *blob = (struct db_blob){ plain.data, plain.len };
    return true;
}

static bool open_text(struct mem *m, struct db *db, const struct login_session *s, struct moderate_case *c, struct fail *f)
{
    struct seal_bytes plain;
    json_error_t error;
    if (!open_with(m, db, s, mem_printf(m, "objection:%s:text", c->stored.row.receipt), &c->stored.text, &plain, f))
        return false;
    json_t *o = json_loadb((const char *)plain.data, plain.len, 0, &error);
    const char *statement = json_string_value(json_object_get(o, "statement"));
    c->statement = mem_text(m, statement);
    json_decref(o);
    return c->statement || fail_set(f, FAIL_INTERNAL, "seal_broken", "a text without a statement");
}

static bool open_files(struct mem *m, struct db *db, const struct login_session *s, struct moderate_case *c, struct fail *f)
{
    struct casebook_file *files;
    if (!casebook_files(m, db, c->stored.row.id, &files, &c->file_count, f))
        return false;
    c->files = mem_array(m, c->file_count, sizeof *c->files);
    for (size_t i = 0; i < c->file_count; i++) {
        struct seal_bytes name;
        if (!open_with(m, db, s, attach_context(m, files[i].form_hash.data, "name"), &files[i].name, &name, f))
            return false;
        c->files[i] = (struct moderate_file){ files[i].id, (char *)name.data, files[i].kind, files[i].purpose, files[i].size };
    }
    return true;
}

static bool open_papers(struct mem *m, struct db *db, const struct login_session *s, struct moderate_case *c, struct fail *f)
{
    int64_t id = c->stored.row.id;
    if (!assist_list(m, db, id, &c->assists, &c->assist_count, f) || !decision_list(m, db, id, &c->decisions, &c->decision_count, f) ||
        !casebook_events(m, db, id, &c->events, &c->event_count, f))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < c->assist_count; i++)
        ok = open_in_place(m, db, s, mem_printf(m, "assist:%lld:reply", (long long)c->assists[i].id), &c->assists[i].reply, f);
    for (size_t i = 0; ok && i < c->decision_count; i++)
        ok = open_in_place(m, db, s, mem_printf(m, "decision:%s", c->stored.row.receipt), &c->decisions[i].text, f);
    return ok;
}

bool moderate_case(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, struct moderate_case *out,
                   struct fail *f)
{
    *out = (struct moderate_case){ .file_count = 0 };
    return casebook_case_read(m, db, receipt, &out->stored, f) &&
           audit_add(db, AUDIT_OFFICER, s->officer_id, "read_case", "objection", out->stored.row.id, "", f) &&
           open_text(m, db, s, out, f) && open_files(m, db, s, out, f) && open_papers(m, db, s, out, f);
}

static bool pull(struct mem *m, struct db *db, struct seal_stream *stream, const struct casebook_file *file, struct moderate_original *out,
                 struct fail *f)
{
    bool last = false;
    out->bytes = mem_alloc(m, (size_t)file->size + 1);
    for (int n = 0; !last; n++) {
        struct mem *chunk = mem_new_secret(m, "chunk");
        struct db_blob sealed;
        struct seal_bytes plain;
        bool there = false;
        bool ok = casebook_file_chunk(chunk, db, file->id, n, &sealed, &there, f) &&
                  (there || fail_set(f, FAIL_INTERNAL, "seal_broken", "file %lld lacks chunk %d", (long long)file->id, n)) &&
                  seal_stream_pull(stream, chunk, sealed.data, sealed.len, &plain, &last, f) &&
                  (out->len + plain.len <= (size_t)file->size || fail_set(f, FAIL_INTERNAL, "seal_broken", "a file longer than said"));
        if (ok) {
            memcpy(out->bytes + out->len, plain.data, plain.len);
            out->len += plain.len;
        }
        mem_free(&chunk);
        if (!ok)
            return false;
    }
    return out->len == (size_t)file->size || fail_set(f, FAIL_INTERNAL, "seal_broken", "a file shorter than said");
}

bool moderate_original(struct mem *m, struct db *db, const struct login_session *s, const char *receipt, int64_t file_id,
                       const char *reason, struct moderate_original *out, struct fail *f)
{
    struct casebook_case c;
    struct casebook_file file;
    *out = (struct moderate_original){ .len = 0 };
    if (!casebook_case_read(m, db, receipt, &c, f) || !casebook_file_read(m, db, c.row.id, file_id, &file, f))
        return false;
    struct seal_pair *pair = mem_alloc(mem_new_secret(m, "case key"), sizeof *pair);
    if (!keyring_open(m, db, s, KEYRING_CASE, file.head.data, file.head.len, pair, f) ||
        !audit_add(db, AUDIT_OFFICER, s->officer_id, "download", "attachment", file_id, reason, f))
        return false;
    struct seal_stream *stream = seal_stream_open(m, pair, attach_context(m, file.form_hash.data, "file"), file.head.data, file.head.len, f);
    out->kind = file.kind;
    return stream && pull(m, db, stream, &file, out, f);
}
