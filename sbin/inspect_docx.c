/* inspect_docx: a Word document is a zip with known members; bombs, macros, overlaps and passwords are refused. libzip reads the
 * archive; nothing is unpacked to disk. */
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#include "inspect.h"

enum { MEMBERS_MAX = 2000 };
#define UNPACKED_MAX UINT64_C(200000000)

/* Counts what really comes out: the sizes that the archive states may lie. */
static enum inspect_verdict unpack(zip_t *zip, zip_uint64_t i, uint64_t *total)
{
    char piece[16 * 1024];
    zip_int64_t n;
    zip_file_t *file = zip_fopen_index(zip, i, 0);
    if (file == NULL)
        return INSPECT_BROKEN;
    while ((n = zip_fread(file, piece, sizeof piece)) > 0) {
        *total += (uint64_t)n;
        if (*total > UNPACKED_MAX)
            break;
    }
    zip_fclose(file);
    if (*total > UNPACKED_MAX)
        return INSPECT_TOO_LARGE;
    return n < 0 ? INSPECT_BROKEN : INSPECT_OK;
}

/* Made on Unix, and there a link: whoever unpacks it writes elsewhere. */
static bool is_link(zip_t *zip, zip_uint64_t i)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(zip, i, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX &&
           (attributes >> 16 & S_IFMT) == S_IFLNK;
}

struct sizes { uint64_t packed, unpacked; };

static enum inspect_verdict member(zip_t *zip, zip_uint64_t i, size_t whole, struct sizes *sum)
{
    zip_stat_t st;
    if (zip_stat_index(zip, i, 0, &st) != 0 || !(st.valid & ZIP_STAT_NAME) || !(st.valid & ZIP_STAT_COMP_SIZE) || is_link(zip, i))
        return INSPECT_BROKEN;
    /* Members that hold more than the file lie over each other. */
    if (st.comp_size > whole || (sum->packed += st.comp_size) > whole)
        return INSPECT_BROKEN;
    if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
        return INSPECT_ENCRYPTED;
    if (st.name[0] == '/' || strstr(st.name, "..") != NULL || strchr(st.name, '\\') != NULL)
        return INSPECT_BROKEN;
    if (strstr(st.name, "vbaProject") != NULL)
        return INSPECT_TYPE; /* macros */
    return unpack(zip, i, &sum->unpacked);
}

static enum inspect_verdict members(zip_t *zip, size_t whole)
{
    struct sizes sum = { 0, 0 };
    zip_int64_t count = zip_get_num_entries(zip, 0);
    if (count > MEMBERS_MAX)
        return INSPECT_TOO_LARGE;
    if (zip_name_locate(zip, "[Content_Types].xml", 0) < 0 || zip_name_locate(zip, "word/document.xml", 0) < 0)
        return INSPECT_TYPE;
    for (zip_int64_t i = 0; i < count; i++) {
        enum inspect_verdict v = member(zip, (zip_uint64_t)i, whole, &sum);
        if (v != INSPECT_OK)
            return v;
    }
    return INSPECT_OK;
}

enum inspect_verdict inspect_docx(const unsigned char *b, size_t n)
{
    zip_error_t error;
    if (n < 22 || memcmp(b, "PK\3\4", 4) != 0)
        return INSPECT_TYPE; /* also what begins as something else and ends as an archive */
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(b, n, 0, &error);
    zip_t *zip = source != NULL ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (zip == NULL) {
        if (source != NULL)
            zip_source_free(source);
        zip_error_fini(&error);
        return INSPECT_BROKEN;
    }
    enum inspect_verdict v = members(zip, n);
    zip_discard(zip);
    zip_error_fini(&error);
    return v;
}
