/* pinyin: see pinyin.h. */
#include "pinyin.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/utf8.h>

#include "buf.h"
#include "text.h"

enum { UNITS = 1600 };

struct pinyin { UTransliterator *surname, *any; UCollator *order; };

/* Surnames that ICU reads as other words; those of two characters before those of one. */
static const struct { const char *name, *reading; } SURNAMES[] = {
    { "单于", "chan yu" }, { "尉迟", "yu chi" }, { "万俟", "mo qi" }, { "长孙", "zhang sun" }, { "澹台", "tan tai" }, { "宿六", "su liu" },
    { "解", "xie" }, { "仇", "qiu" }, { "查", "zha" }, { "盖", "ge" }, { "单", "shan" }, { "曾", "zeng" }, { "区", "ou" }, { "任", "ren" },
    { "华", "hua" }, { "朴", "piao" }, { "翟", "zhai" }, { "谌", "chen" }, { "缪", "miao" }, { "黑", "he" }, { "种", "chong" },
    { "召", "shao" }, { "乐", "yue" }, { "员", "yun" }, { "折", "she" }, { "秘", "bi" }, { "繁", "po" }, { "冼", "xian" }, { "洗", "xian" },
    { "隗", "wei" }, { "祭", "zhai" }, { "覃", "qin" }, { "牟", "mou" }, { "那", "na" }, { "石", "shi" }, { "沈", "shen" },
    { "阚", "kan" }, { "撒", "sa" }, { "句", "gou" }, { "能", "nai" }, { "宁", "ning" }, { "应", "ying" }, { "纪", "ji" }, { "燕", "yan" },
    { "过", "guo" }, { "晟", "cheng" }, { "逄", "pang" }, { "臧", "zang" }, { "褚", "chu" }, { "车", "che" }, { "贾", "jia" },
    { "尉", "wei" }, { "相", "xiang" }, { "令", "ling" }, { "哈", "ha" }, { "都", "du" }, { "干", "gan" }, { "卜", "bu" }, { "訾", "zi" },
};

static void close_all(void *ctx)
{
    struct pinyin *p = ctx;
    if (p->surname)
        utrans_close(p->surname);
    if (p->any)
        utrans_close(p->any);
    if (p->order)
        ucol_close(p->order);
}

static UTransliterator *open_one(const char *id, UErrorCode *e)
{
    UChar wide[40];
    u_uastrcpy(wide, id);
    return utrans_openU(wide, -1, UTRANS_FORWARD, NULL, 0, NULL, e);
}

struct pinyin *pinyin_open(struct mem *m, struct fail *f)
{
    UErrorCode e = U_ZERO_ERROR;
    struct pinyin *p = mem_alloc(m, sizeof *p);
    mem_on_free(m, close_all, p);
    p->surname = open_one("Han-Latin/Names", &e);
    p->any = open_one("Han-Latin", &e);
    p->order = ucol_open("zh-u-co-pinyin", &e);
    if (U_FAILURE(e) || strcmp(pinyin_of(m, p, "王国"), "wang guo") != 0) {
        fail_set(f, FAIL_INTERNAL, "internal", "ICU has no readings: %s", u_errorName(e));
        return NULL;
    }
    return p;
}

/* Letters without their tones, small, "ü" kept; everything else is one blank. What a combining mark stands on comes before it. */
static char *plain(struct mem *m, const UChar *wide, int32_t n)
{
    char *out = mem_alloc(m, (size_t)n * 2 + 1), *to = out;
    for (int32_t i = 0; i < n; i++) {
        UChar32 c = u_tolower(wide[i]);
        if (c == 0x308 && to > out && to[-1] == 'u') {
            memcpy(to - 1, "ü", strlen("ü"));
            to += 1;
        } else if (c >= 'a' && c <= 'z') {
            *to++ = (char)c;
        } else if (!(c >= 0x300 && c < 0x370) && c != '\'' && to > out && to[-1] != ' ') {
            *to++ = ' ';
        }
    }
    if (to > out && to[-1] == ' ')
        to--;
    *to = '\0';
    return out;
}

/* Taken apart, so that tones stand for themselves. */
static char *without_tones(struct mem *m, const UChar *wide, int32_t n)
{
    UChar apart[UNITS];
    UErrorCode e = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&e);
    int32_t apart_n = unorm2_normalize(nfd, wide, n, apart, UNITS, &e);
    return U_FAILURE(e) ? mem_text(m, "") : plain(m, apart, apart_n);
}

static char *read_by(struct mem *m, const UTransliterator *by, const char *text)
{
    UChar wide[UNITS];
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = 0, limit;
    u_strFromUTF8(wide, UNITS, &n, text, -1, &e);
    limit = n;
    if (U_SUCCESS(e))
        utrans_transUChars(by, wide, &n, UNITS, 0, &limit, &e);
    return U_FAILURE(e) ? mem_text(m, "") : without_tones(m, wide, n);
}

static size_t letter_bytes(const char *name)
{
    int32_t at = 0;
    U8_FWD_1(name, at, (int32_t)strlen(name));
    return (size_t)at;
}

static char *joined(struct mem *m, const char *a, const char *b)
{
    return mem_printf(m, "%s%s%s", a, a[0] != '\0' && b[0] != '\0' ? " " : "", b);
}

char *pinyin_of(struct mem *m, const struct pinyin *p, const char *name)
{
    for (size_t i = 0; i < sizeof SURNAMES / sizeof SURNAMES[0]; i++) {
        size_t n = strlen(SURNAMES[i].name);
        if (strncmp(name, SURNAMES[i].name, n) == 0)
            return joined(m, SURNAMES[i].reading, read_by(m, p->any, name + n));
    }
    size_t first = name[0] != '\0' ? letter_bytes(name) : 0;
    return joined(m, read_by(m, p->surname, mem_text_n(m, name, first)), read_by(m, p->any, name + first));
}

char *pinyin_given(struct mem *m, const char *text)
{
    UChar wide[UNITS];
    UErrorCode e = U_ZERO_ERROR;
    int32_t n = 0;
    u_strFromUTF8(wide, UNITS, &n, text_half_width(m, text), -1, &e);
    char *read = U_FAILURE(e) ? mem_text(m, "") : without_tones(m, wide, n);
    /* A letter of another script would have been lost. */
    for (int32_t i = 0; U_SUCCESS(e) && i < n; i++)
        if (wide[i] >= 0x370 && u_isalpha(wide[i]))
            return NULL;
    if (read[0] == '\0')
        return NULL;
    struct buf out;
    buf_init(&out, m, UNITS * 2);
    buf_text(&out, "");
    for (const char *c = read; *c != '\0'; c++)
        buf_text(&out, *c == 'v' ? "ü" : (const char[]){ *c, '\0' });
    return out.data;
}

int pinyin_compare(const struct pinyin *p, const char *reading_a, const char *name_a, const char *reading_b, const char *name_b)
{
    UErrorCode e = U_ZERO_ERROR;
    int order = strcmp(reading_a, reading_b);
    return order != 0 ? order : (int)ucol_strcollUTF8(p->order, name_a, -1, name_b, -1, &e);
}
