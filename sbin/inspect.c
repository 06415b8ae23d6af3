/* inspect: see inspect.h. Joins ending, magic and structure. */
#include "inspect.h"

#include <magic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAGIC_LOOKS_AT = 64 * 1024 };

static magic_t cookie;

static const struct kind {
    const char *name;
    const char *magics; /* what libmagic may call it, "|" around each */
    enum inspect_verdict (*structure)(const unsigned char *b, size_t n);
} KINDS[] = {
    { "pdf", "|application/pdf|", inspect_pdf },
    { "jpeg", "|image/jpeg|", inspect_jpeg },
    { "png", "|image/png|", inspect_png },
    /* With its members in another order libmagic sees only the archive; the structure is looked at anyway. */
    { "docx", "|application/vnd.openxmlformats-officedocument.wordprocessingml.document|application/zip|"
              "application/octet-stream|", inspect_docx },
    { "m4a", "|audio/x-m4a|audio/mp4|video/mp4|video/3gpp|audio/3gpp|video/quicktime|", inspect_boxes },
    { "mp4", "|video/mp4|video/quicktime|video/x-m4v|video/3gpp|audio/mp4|audio/x-m4a|", inspect_boxes },
    /* Without an ID3 tag libmagic often does not know an MP3; the frames decide. */
    { "mp3", "|audio/mpeg|application/octet-stream|", inspect_mp3 },
};

const char *inspect_verdict_code(enum inspect_verdict v)
{
    static const char *const CODES[INSPECT_VERDICT__MAX] = { "", "file_type", "file_broken", "file_encrypted",
                                                             "file_too_large", "file_empty" };
    return CODES[v];
}

const char *inspect_kind(const char *ending)
{
    if (strcmp(ending, "jpg") == 0)
        return "jpeg";
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i].name, ending) == 0)
            return KINDS[i].name;
    return NULL;
}

bool inspect_open(void)
{
    /* libzip reads the times of members, and would look for the zone's file each time: in the cage that is the end. */
    setenv("TZ", "UTC0", 1);
    tzset();
    cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR);
    return cookie != NULL && magic_load(cookie, NULL) == 0;
}

static bool magic_agrees(const struct kind *k, const unsigned char *bytes, size_t n)
{
    const char *found = magic_buffer(cookie, bytes, n < MAGIC_LOOKS_AT ? n : MAGIC_LOOKS_AT);
    if (found == NULL)
        return false;
    const char *at = strstr(k->magics, found);
    return at != NULL && at > k->magics && at[-1] == '|' && at[strlen(found)] == '|';
}

/* Archive tools look for the end of a directory in the last 64 KiB, whatever the file begins with: there it would open as an archive. */
static bool ends_as_archive(const unsigned char *bytes, size_t n)
{
    enum { TAIL = 22 + 65535 };
    size_t from = n > TAIL ? n - TAIL : 0;
    return memmem(bytes + from, n - from, "PK\5\6", 4) != NULL;
}

enum inspect_verdict inspect_bytes(const char *kind, const unsigned char *bytes, size_t n)
{
    if (n == 0)
        return INSPECT_EMPTY;
    if (strcmp(kind, "docx") != 0 && ends_as_archive(bytes, n))
        return INSPECT_BROKEN;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (strcmp(KINDS[i].name, kind) == 0)
            return magic_agrees(&KINDS[i], bytes, n) ? KINDS[i].structure(bytes, n) : INSPECT_TYPE;
    return INSPECT_TYPE;
}
