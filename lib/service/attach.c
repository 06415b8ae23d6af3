/* attach: one file on its way in. */
#include "attach.h"

#include <string.h>

#include "attachment.h"
#include "conf.h"
#include "inspection.h"
#include "keyring.h"
#include "secret.h"
#include "text.h"

#define NAME_POINTS 80
#define MEBIBYTE (1024 * 1024)

struct attach {
    struct mem *mem;
    struct db *db;
    unsigned char form_hash[32];
    int64_t id, size, max;
    int chunks;
    struct seal_stream *stream;
    struct inspection *inspection;
    unsigned char *held; /* SEAL_CHUNK bytes */
    size_t held_n;
};

static const struct ending { const char *word, *kind; bool media; } endings[] = {
    { "pdf", "pdf", false }, { "jpg", "jpeg", false }, { "jpeg", "jpeg", false }, { "png", "png", false },
    { "docx", "docx", false }, { "m4a", "m4a", true }, { "mp3", "mp3", true }, { "mp4", "mp4", true },
};

static const struct ending *find_ending(const char *name)
{
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof endings[0]; i++) {
        const char *a = dot + 1, *b = endings[i].word;
        while (*a && *b && (*a | 0x20) == *b)
            a++, b++;
        if (!*a && !*b)
            return &endings[i];
    }
    return NULL;
}

/* What the person calls the file: without folders, without signs that could mislead, its ending kept. */
static char *tame_name(struct mem *m, const char *name, const struct ending *ending)
{
    for (const char *c = name; *c; c++)
        if (*c == '/' || *c == '\\')
            name = c + 1;
    if (text_check(name, strlen(name), false) != TEXT_OK)
        return mem_printf(m, "file.%s", ending->word);
    name = text_tidy(m, name);
    if (text_length(name) <= NAME_POINTS)
        return mem_text(m, name);
    return mem_printf(m, "%s.%s", text_cut(m, name, NAME_POINTS - 6), ending->word);
}

char *attach_context(struct mem *m, const unsigned char form_hash[32], const char *what)
{
    return mem_printf(m, "attachment:%s:%s", secret_to_hex(m, form_hash, 32), what);
}

static bool still_room(struct mem *m, struct db *db, const unsigned char form_hash[32], struct fail *f)
{
    struct attachment *have;
    size_t count;
    if (!attachment_list(db, m, form_hash, &have, &count, f))
        return false;
    return (int64_t)count < conf_number("objection.files_max") || fail_field(f, "file", "files_full");
}

static bool add_row(struct attach *a, const struct attach_in *in, const struct ending *ending, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC], name_key[32];
    bool stamped = strcmp(in->purpose, "SEAL_SCAN") == 0;
    if (!keyring_public(a->db, stamped ? KEYRING_IDENTITY : KEYRING_CASE, key, f))
        return false;
    struct seal_bytes head;
    a->stream = seal_stream_close(a->mem, key, attach_context(a->mem, a->form_hash, "file"), &head);
    char *name = tame_name(a->mem, in->file_name, ending);
    const char *about_name = attach_context(a->mem, a->form_hash, "name");
    token_name_key(in->token, name_key);
    struct seal_bytes sealed = seal_close(a->mem, key, about_name, name, strlen(name));
    struct seal_bytes boxed = seal_box(a->mem, name_key, about_name, name, strlen(name));
    secret_wipe(name_key, sizeof name_key);
    struct attachment_new row = { .form_hash = a->form_hash, .purpose = in->purpose, .kind = ending->kind,
                                  .head = { head.data, head.len }, .name_sealed = { sealed.data, sealed.len },
                                  .name_boxed = { boxed.data, boxed.len } };
    return attachment_add(a->db, &row, &a->id, f);
}

struct attach *attach_begin(struct mem *m, struct db *db, const struct attach_in *in, struct fail *f)
{
    const struct ending *ending = find_ending(in->file_name);
    if (!ending) {
        fail_field(f, "file", "file_type");
        return NULL;
    }
    struct mem *pool = mem_new_secret(m, "file coming in");
    struct attach *a = mem_alloc(pool, sizeof *a);
    a->mem = pool;
    a->db = db;
    a->max = conf_number(ending->media ? "objection.media_max" : "objection.file_max");
    token_form_hash(in->token, a->form_hash);
    if (!still_room(pool, db, a->form_hash, f) || !(a->inspection = inspection_open(pool, ending->word, f)) || !add_row(a, in, ending, f))
        return NULL;
    a->held = mem_alloc(pool, SEAL_CHUNK);
    return a;
}

static bool put_chunk(struct attach *a, bool last, struct fail *f)
{
    struct mem *scratch = mem_new(a->mem, "sealed chunk");
    struct seal_bytes sealed = seal_stream_push(a->stream, scratch, a->held, a->held_n, last);
    bool ok = attachment_add_chunk(a->db, a->id, a->chunks++, sealed.data, sealed.len, f);
    a->held_n = 0;
    mem_free(&scratch);
    return ok;
}

bool attach_data(struct attach *a, const void *bytes, size_t n, struct fail *f)
{
    const unsigned char *at = bytes;
    a->size += (int64_t)n;
    if (a->size > a->max)
        return fail_field(f, "file", "file_too_large");
    if (!inspection_send(a->inspection, bytes, n, f))
        return false;
    while (n > 0) {
        /* A full chunk waits for one more byte, so that the last one is known as the last. */
        if (a->held_n == SEAL_CHUNK && !put_chunk(a, false, f))
            return false;
        size_t take = n < SEAL_CHUNK - a->held_n ? n : SEAL_CHUNK - a->held_n;
        memcpy(a->held + a->held_n, at, take);
        a->held_n += take;
        at += take;
        n -= take;
    }
    return true;
}

bool attach_end(struct attach *a, struct fail *f)
{
    if (a->size == 0)
        return fail_field(f, "file", "file_empty");
    if (put_chunk(a, true, f) && inspection_end(a->inspection, f))
        return attachment_set_size(a->db, a->id, a->form_hash, a->size, f);
    /* Its name was among those taken: telling which names are would send the person looking in the wrong place. */
    return strcmp(f->code, "file_type") == 0 ? fail_field(f, "file", "file_unlike") : false;
}

void attach_numbers(const char *code, int64_t *one, int64_t *two)
{
    bool large = strcmp(code, "file_too_large") == 0, full = strcmp(code, "files_full") == 0;
    *one = large ? conf_number("objection.file_max") / MEBIBYTE : full ? conf_number("objection.files_max") : 0;
    *two = large ? conf_number("objection.media_max") / MEBIBYTE : 0;
}

bool attach_items(struct mem *m, struct db *db, const struct token *token, struct attach_item **out, size_t *count, struct fail *f)
{
    unsigned char form_hash[32], name_key[32];
    struct attachment *rows;
    token_form_hash(token, form_hash);
    if (!attachment_list(db, m, form_hash, &rows, count, f))
        return false;
    token_name_key(token, name_key);
    *out = mem_array(m, *count, sizeof **out);
    bool ok = true;
    for (size_t i = 0; ok && i < *count; i++) {
        struct seal_bytes name;
        ok = seal_unbox(m, name_key, attach_context(m, form_hash, "name"), rows[i].name_boxed.data, rows[i].name_boxed.len, &name, f);
        if (ok)
            (*out)[i] = (struct attach_item){ .id = rows[i].id, .name = mem_text_n(m, (const char *)name.data, name.len),
                                              .kind = rows[i].kind, .size = rows[i].size,
                                              .seal_scan = strcmp(rows[i].purpose, "SEAL_SCAN") == 0 };
    }
    secret_wipe(name_key, sizeof name_key);
    return ok;
}

bool attach_drop(struct db *db, const struct token *token, int64_t id, struct fail *f)
{
    unsigned char form_hash[32];
    token_form_hash(token, form_hash);
    return attachment_drop(db, id, form_hash, f);
}
