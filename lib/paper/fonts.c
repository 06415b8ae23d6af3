/* fonts: a fontconfig of our own that holds the files of the setting and nothing else. */
#include "fonts_private.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "conf.h"
#include "log.h"
#include "mem.h"

enum { FILES_MAX = 256 };

static struct mem *memory; /* as long as the process */
static FcCharSet *covered;
static PangoFontMap *map;
static PangoContext *context;
static FcCharSet *own[FONTS_ROLE__MAX]; /* of the role's family alone */
static PangoFontDescription *roles[FONTS_ROLE__MAX];

static bool is_font(const char *name)
{
    const char *ending = strrchr(name, '.');
    return ending != NULL && (strcmp(ending, ".otf") == 0 || strcmp(ending, ".ttf") == 0 || strcmp(ending, ".ttc") == 0);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* In order of their names, so that of two that fit the same is taken everywhere. */
static bool add_folder(struct mem *m, FcConfig *config, const char *folder, struct fail *f)
{
    char *paths[FILES_MAX];
    size_t n = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir != NULL && n < FILES_MAX && (e = readdir(dir)) != NULL;)
        if (is_font(e->d_name))
            paths[n++] = mem_printf(m, "%s/%s", folder, e->d_name);
    if (dir != NULL)
        closedir(dir);
    if (n == 0)
        return fail_set(f, FAIL_UNAVAILABLE, "paper_fonts", "paper.fonts: no fonts in %s", folder);
    qsort(paths, n, sizeof *paths, by_name);
    for (size_t i = 0; i < n; i++)
        if (!FcConfigAppFontAddFile(config, (const FcChar8 *)paths[i]))
            return fail_set(f, FAIL_UNAVAILABLE, "paper_fonts", "paper.fonts: %s is no font", paths[i]);
    return true;
}

static bool add_fonts(FcConfig *config, const char *list, struct fail *f)
{
    struct mem *m = mem_new(NULL, "fonts");
    bool ok = true;
    while (ok && *list != '\0') {
        size_t n = strcspn(list, ":");
        ok = n == 0 || add_folder(m, config, mem_text_n(m, list, n), f);
        list += n + (list[n] == ':');
    }
    mem_free(&m);
    return ok;
}

/* What the fonts of a family have; of all for NULL. */
static FcCharSet *cover(FcConfig *config, const char *family)
{
    FcFontSet *all = FcConfigGetFonts(config, FcSetApplication);
    FcCharSet *sum = FcCharSetCreate(), *one;
    FcChar8 *name;
    for (int i = 0; all != NULL && i < all->nfont; i++) {
        bool wanted = family == NULL;
        for (int j = 0; !wanted && FcPatternGetString(all->fonts[i], FC_FAMILY, j, &name) == FcResultMatch; j++)
            wanted = strcmp((const char *)name, family) == 0;
        if (wanted && FcPatternGetCharSet(all->fonts[i], FC_CHARSET, 0, &one) == FcResultMatch)
            FcCharSetMerge(sum, one, NULL);
    }
    return sum;
}

/* The role's own family comes first, then those for rare characters. */
static bool name_families(FcConfig *config, struct fail *f)
{
    static const char *const KEYS[] = { "paper.title", "paper.body", "paper.head", "paper.kai", "paper.song" };
    for (size_t i = 0; i < FONTS_ROLE__MAX; i++) {
        roles[i] = pango_font_description_from_string(conf_text(KEYS[i]));
        const char *family = pango_font_description_get_family(roles[i]);
        own[i] = cover(config, family != NULL ? family : "");
        char *list = mem_printf(memory, "%s,%s", family != NULL ? family : "", conf_text("paper.rare"));
        pango_font_description_set_family(roles[i], list);
        if (!FcCharSetHasChar(own[i], 0x4E00))
            return fail_set(f, FAIL_UNAVAILABLE, "paper_fonts", "%s: no family %s in paper.fonts", KEYS[i], conf_text(KEYS[i]));
    }
    return true;
}

static void make_context(FcConfig *config)
{
    cairo_font_options_t *options = cairo_font_options_create();
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (map == NULL)
        log_die("cairo knows no FreeType fonts");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    context = pango_font_map_create_context(map);
    /* A printed page has no pixels to fit letters to. */
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    cairo_font_options_destroy(options);
}

bool fonts_open(struct fail *f)
{
    if (context != NULL)
        return true;
    FcConfig *config = FcConfigCreate();
    if (memory == NULL)
        memory = mem_new(NULL, "fonts");
    if (!add_fonts(config, conf_text("paper.fonts"), f) || !name_families(config, f)) {
        FcConfigDestroy(config);
        return false;
    }
    covered = cover(config, NULL);
    make_context(config);
    FcConfigDestroy(config); /* the map holds it */
    return true;
}

static uint32_t lacks(const FcCharSet *set, const char *text)
{
    const FcChar8 *p = (const FcChar8 *)text;
    FcChar32 c;
    for (int left = (int)strlen(text), n; left > 0; p += n, left -= n) {
        n = FcUtf8ToUcs4(p, &c, left);
        if (n <= 0)
            return 0xFFFD;
        if (c != '\n' && c != '\t' && !FcCharSetHasChar(set, c))
            return c;
    }
    return 0;
}

uint32_t fonts_missing(const char *text) { return lacks(covered, text); }
bool fonts_has(enum fonts_role role, const char *text) { return lacks(own[role], text) == 0; }

/* Of those that have as much the first of the family of headings: a collection begins with the forms of other countries. */
bool fonts_best(const uint32_t *set, size_t count, const char **path, int *index)
{
    FcFontSet *all = FcConfigGetFonts(pango_fc_font_map_get_config(PANGO_FC_FONT_MAP(map)), FcSetApplication);
    FcCharSet *one;
    FcChar8 *name, *file;
    size_t best = 0;
    for (int i = 0; all != NULL && i < all->nfont; i++) {
        size_t has = 0;
        if (FcPatternGetCharSet(all->fonts[i], FC_CHARSET, 0, &one) != FcResultMatch ||
            FcPatternGetString(all->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch ||
            FcPatternGetString(all->fonts[i], FC_FILE, 0, &file) != FcResultMatch)
            continue;
        for (size_t j = 0; j < count; j++)
            has += 2 * (size_t)FcCharSetHasChar(one, set[j]);
        has += has > 0 && strcmp((const char *)name, conf_text("paper.head")) == 0;
        if (has > best && FcPatternGetInteger(all->fonts[i], FC_INDEX, 0, index) == FcResultMatch) {
            best = has;
            *path = (const char *)file;
        }
    }
    return best > 0;
}

PangoContext *fonts_context(void) { return context; }

PangoFontDescription *fonts_description(enum fonts_role role, double size)
{
    PangoFontDescription *d = pango_font_description_copy(roles[role]);
    pango_font_description_set_absolute_size(d, size * PANGO_SCALE);
    return d;
}
