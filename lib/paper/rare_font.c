/* rare_font: see rare_font.h. */
#include "rare_font.h"

#include <hb-subset.h>
#include <string.h>

#include "fonts_private.h"

enum { FILE_MAX = 4 * 1024 * 1024, ROOM = 64 * 1024 };

/* libwoff2 speaks C++ alone; its one function that is needed takes plain types, so that its name in the library serves as well. */
bool woff2_convert(const uint8_t *data, size_t length, uint8_t *result, size_t *result_length) __asm__("_ZN5woff217ConvertTTFToWOFF2EPKhmPhPm");

static bool is_rare(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x9FA6 && c <= 0x9FFF) || (c >= 0x2FF0 && c <= 0x2FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static uint32_t read_character(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    size_t n = *p < 0x80 ? 1 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
    uint32_t c = n == 1 ? *p : *p & (0xFFU >> (n + 1));
    for (size_t i = 1; i < n && p[i] != '\0'; i++)
        c = c << 6 | (p[i] & 0x3FU);
    *text += strnlen(*text, n);
    return c;
}

size_t rare_font_collect(const char *text, uint32_t *set, size_t count)
{
    while (*text != '\0') {
        uint32_t c = read_character(&text);
        size_t at = 0;
        while (at < count && set[at] < c)
            at++;
        if (!is_rare(c) || (at < count && set[at] == c) || count == RARE_FONT_MAX)
            continue;
        memmove(set + at + 1, set + at, (count - at) * sizeof *set);
        set[at] = c;
        count++;
    }
    return count;
}

static bool pack(struct mem *m, hb_face_t *small, struct buf *out, struct fail *f)
{
    unsigned n;
    hb_blob_t *blob = hb_face_reference_blob(small);
    const char *bytes = hb_blob_get_data(blob, &n);
    size_t length = (size_t)n + ROOM;
    uint8_t *packed = mem_alloc(m, length);
    bool ok = n > 0 && woff2_convert((const uint8_t *)bytes, n, packed, &length) && buf_add(out, packed, length);
    hb_blob_destroy(blob);
    return ok ? true : fail_set(f, FAIL_INTERNAL, "paper_failed", "a font could not be cut");
}

bool rare_font_make(struct mem *m, const uint32_t *set, size_t count, struct buf *out, struct fail *f)
{
    const char *path;
    int index;
    if (!fonts_open(f))
        return false;
    if (!fonts_best(set, count, &path, &index))
        return fail_set(f, FAIL_MISSING, "not_found", "no font has any of these characters");
    hb_blob_t *file = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(file, (unsigned)index);
    hb_subset_input_t *wanted = hb_subset_input_create_or_fail();
    for (size_t i = 0; wanted != NULL && i < count; i++)
        hb_set_add(hb_subset_input_unicode_set(wanted), set[i]);
    hb_face_t *small = wanted != NULL ? hb_subset_or_fail(face, wanted) : NULL;
    bool ok = small != NULL ? pack(m, small, out, f) : fail_set(f, FAIL_INTERNAL, "paper_failed", "a font could not be cut");
    hb_face_destroy(small);
    if (wanted != NULL)
        hb_subset_input_destroy(wanted);
    hb_face_destroy(face);
    hb_blob_destroy(file);
    return ok;
}
