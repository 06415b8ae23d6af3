/* verp: see verp.h. */
#include "verp.h"

#include <string.h>
#include <strings.h>

#include "scan.h"

/* Ten bytes are sixteen letters without a rest. */
enum { TAG_BYTES = 10, TAG_LETTERS = 16, DIGITS_MAX = 19, LOCAL_MAX = 64, ADDED_MAX = 1 + DIGITS_MAX + 1 + TAG_LETTERS };

static void make_tag(const unsigned char key[SECRET_KEY], int64_t id, unsigned char out[TAG_BYTES])
{
    unsigned char bytes[8], mac[SECRET_HASH];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)((uint64_t)id >> (8 * i) & 0xff);
    secret_mac(mac, key, "gs-verp", bytes, sizeof bytes);
    memcpy(out, mac, TAG_BYTES);
}

static char change_case(char c, char from, char to, int by)
{
    return c >= from && c <= to ? (char)(c + by) : c;
}

char *verp_make(struct mem *m, const unsigned char key[SECRET_KEY], const char *base, int64_t id)
{
    const char *at = scan_email(base) ? strchr(base, '@') : NULL;
    unsigned char tag[TAG_BYTES];
    if (at == NULL || at - base > LOCAL_MAX - ADDED_MAX || id <= 0)
        return NULL;
    make_tag(key, id, tag);
    char *letters = secret_to_base32(m, tag, sizeof tag);
    for (char *p = letters; *p != '\0'; p++)
        *p = change_case(*p, 'A', 'Z', 'a' - 'A');
    char *out = mem_printf(m, "%.*s+%lld-%s%s", (int)(at - base), base, (long long)id, letters, at);
    return scan_email(out) ? out : NULL;
}

/* "17-abcdefghijklmnop" of `n` bytes. */
static bool read_token(const char *text, size_t n, int64_t *id, unsigned char tag[TAG_BYTES])
{
    char digits[DIGITS_MAX + 1], letters[TAG_LETTERS + 1];
    size_t length = strspn(text, "0123456789");
    if (length == 0 || length > DIGITS_MAX || text[0] == '0' || n != length + 1 + TAG_LETTERS || text[length] != '-')
        return false;
    memcpy(digits, text, length);
    digits[length] = '\0';
    for (size_t i = 0; i < TAG_LETTERS; i++)
        letters[i] = change_case(text[length + 1 + i], 'a', 'z', 'A' - 'a');
    letters[TAG_LETTERS] = '\0';
    return scan_i64(digits, 1, INT64_MAX, id) && secret_from_base32(letters, tag, TAG_BYTES);
}

bool verp_read(const unsigned char key[SECRET_KEY], const char *base, const char *address, int64_t *id)
{
    const char *at = scan_email(base) ? strchr(base, '@') : NULL, *end = strrchr(address, '@');
    size_t local = at != NULL ? (size_t)(at - base) : 0;
    unsigned char tag[TAG_BYTES], want[TAG_BYTES];
    int64_t found;
    if (at == NULL || end == NULL || strcasecmp(end, at) != 0 || strncasecmp(address, base, local) != 0 || address[local] != '+' ||
        !read_token(address + local + 1, (size_t)(end - address) - local - 1, &found, tag))
        return false;
    make_tag(key, found, want);
    if (!secret_equal(tag, want, sizeof tag))
        return false;
    *id = found;
    return true;
}
