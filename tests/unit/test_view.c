/* What the view promises: whatever a value holds, it stays a value; a template that is wrong does not start; a page is whole or not there. */
#include <sys/stat.h>

#include "check.h"
#include "file.h"
#include "log.h"
#include "view.h"

static char root[64];

static void put(const char *name, const char *text)
{
    struct fail f = { 0 };
    char path[200];
    snprintf(path, sizeof path, "%s/%s", root, name);
    assert_true(file_write(path, text, strlen(text), 0600, &f));
}

static int make_root(void **state)
{
    static const char *const folders[] = { "", "/lang", "/lang/zh-CN", "/lang/en", "/page", "/answer", "/shared", "/bad", "/public" };
    char path[200];
    (void)state;
    snprintf(root, sizeof root, "/tmp/gs-view-XXXXXX");
    assert_non_null(mkdtemp(root));
    for (size_t i = 1; i < sizeof folders / sizeof *folders; i++) {
        snprintf(path, sizeof path, "%s%s", root, folders[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    put("lang/zh-CN/common.hdf", "Fail {\n  one = 一 < 二\n  only = 只\n}\n");
    put("lang/zh-CN/page_more.hdf", "Site {\n  name = 公示\n}\n");
    put("lang/zh-CN/mail.hdf", "Fail {\n  one = 别人的\n  foreign = 别人的\n}\n");
    put("lang/en/common.hdf", "Fail {\n  one = one < two\n}\nSite {\n  name = Notice\n}\n");
    put("page/_part.cs", "<?cs def:cell(value) ?><td title=\"<?cs var:value ?>\"><?cs var:value ?></td><?cs /def ?>");
    put("shared/_all.cs", "shared <?cs var:Value ?>");
    return 0;
}

static int drop_root(void **state)
{
    char command[100];
    (void)state;
    snprintf(command, sizeof command, "rm -r %s", root);
    return system(command);
}

static struct mem *pool;

static struct view *open_in(const char *folder, bool plain, struct fail *f)
{
    mem_free(&pool);
    pool = mem_new(NULL, "test");
    return view_open(pool, root, folder, plain, f);
}

static struct view *open_page(const char *name, const char *text)
{
    struct fail f = { 0 };
    char path[100];
    snprintf(path, sizeof path, "page/%s.cs", name);
    put(path, text);
    struct view *v = open_in("page", false, &f);
    if (v == NULL)
        fail_msg("%s", f.detail);
    return v;
}

static const char *render(struct view *v, const char *page, struct view_data *d)
{
    struct fail f = { 0 };
    struct buf *b = mem_alloc(pool, sizeof *b);
    buf_init(b, pool, 1 << 20);
    if (!view_render(v, page, d, b, &f))
        fail_msg("%s", f.detail);
    return b->data;
}

/* Each value, and how it must come out in text and in an attribute alike. */
static const struct { const char *value, *shown; } HOSTILE[] = {
    { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
    { "\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;" },
    { "' onmouseover='alert(1)", "&#39; onmouseover=&#39;alert(1)" },
    { "<?cs var:Secret ?>", "&lt;?cs var:Secret ?&gt;" },
    { "<?cs evar:Value ?>", "&lt;?cs evar:Value ?&gt;" },
    { "&amp;&lt;&#60;", "&amp;amp;&amp;lt;&amp;#60;" },
    { "</title></textarea></style>", "&lt;/title&gt;&lt;/textarea&gt;&lt;/style&gt;" },
    { "--><!--", "--&gt;&lt;!--" },
    { "]]>", "]]&gt;" },
    { "javascript:alert(1)", "javascript:alert(1)" },
    { "a\\\"b\\", "a\\&quot;b\\" },
    { "一𠮷😀 é", "一𠮷😀 é" },
    { "two\nlines", "two\nlines" },
    { "%s%n%d", "%s%n%d" },
    { "$(x) ${y} `z`", "$(x) ${y} `z`" },
    { "", "" },
};

static const char *const PLACES[] = {
    "<p><?cs var:Value ?></p>",
    "<p title=\"<?cs var:Value ?>\">",
    "<p title='<?cs var:Value ?>'>",
    "<textarea>\n<?cs var:Value ?></textarea>",
    "<?cs include:\"_part.cs\" ?><?cs call:cell(Value) ?>",
    "<?cs each:row = Rows ?><b title=\"<?cs var:row.text ?>\"><?cs var:row.text ?></b><?cs /each ?>",
    "<?cs with:child = Child ?><i><?cs var:child.text ?></i><?cs /with ?>",
    "<?cs if:Value ?><p><?cs if:Value != \"x\" ?><?cs var:Value ?><?cs /if ?></p><?cs /if ?>",
    "<?cs set:Copy = Value ?><p><?cs var:Copy ?></p>",
    "<?cs loop:i = #1, #2, #1 ?><?cs var:Value ?>|<?cs /loop ?>",
    "<?cs var:\"<b>\" + Value ?>",
    "<?cs include:\"shared/_all.cs\" ?>",
};

static struct view_data *with_value(struct view *v, const char *value)
{
    struct view_data *d = view_data_new(pool, v, "zh-CN");
    view_set(view_top(d), "Value", value);
    view_set(view_top(d), "Secret", "SECRET");
    for (int i = 0; i < 2; i++)
        view_set(view_row(view_top(d), "Rows"), "text", value);
    view_set(view_child(view_top(d), "Child"), "text", value);
    return d;
}

/* The rendering of a harmless value with the escaped one in its place. */
static char *replaced(const char *text, const char *with)
{
    static const char MARK[] = "HARMLESS";
    struct buf b;
    buf_init(&b, pool, 1 << 20);
    for (const char *p; (p = strstr(text, MARK)) != NULL; text = p + sizeof MARK - 1) {
        buf_add(&b, text, (size_t)(p - text));
        buf_text(&b, with);
    }
    buf_text(&b, text);
    return b.data;
}

static void a_hostile_value_stays_a_value_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof PLACES / sizeof *PLACES; p++) {
        struct view *v = open_page("place", PLACES[p]);
        const char *harmless = render(v, "place", with_value(v, "HARMLESS"));
        assert_non_null(strstr(harmless, "HARMLESS"));
        for (size_t i = 0; i < sizeof HOSTILE / sizeof *HOSTILE; i++) {
            const char *got = render(v, "place", with_value(v, HOSTILE[i].value));
            if (HOSTILE[i].value[0] != '\0' && strcmp(got, replaced(harmless, HOSTILE[i].shown)) != 0)
                fail_msg("place %zu, value %zu: %s", p, i, got);
            assert_null(strstr(got, "SECRET"));
        }
    }
}

static void nothing_in_a_template_can_turn_escaping_off_for_a_value(void **state)
{
    (void)state;
    struct view *v = open_page("place", "<?cs set:Config.VarEscapeMode = \"none\" ?><?cs var:Value ?>");
    assert_string_equal(render(v, "place", with_value(v, "<b>")), "&lt;b&gt;");
    struct view_data *d = with_value(v, "<b>");
    view_set(view_child(view_top(d), "Config"), "VarEscapeMode", "none");
    assert_string_equal(render(v, "place", d), "&lt;b&gt;");
}

static void numbers_flags_and_missing_values_come_out_as_said(void **state)
{
    (void)state;
    struct view *v = open_page("kinds", "<?cs var:Big ?>|<?cs var:Low ?>|<?cs if:On ?>on<?cs /if ?>|<?cs if:Off ?>off<?cs /if ?>|<?cs var:None ?>|"
                                        "<?cs if:?None ?>there<?cs /if ?>");
    struct view_data *d = view_data_new(pool, v, "zh-CN");
    view_set_number(view_top(d), "Big", INT64_MAX);
    view_set_number(view_top(d), "Low", INT64_MIN);
    view_set_flag(view_top(d), "On", true);
    view_set_flag(view_top(d), "Off", false);
    view_set(view_top(d), "None", NULL);
    assert_string_equal(render(v, "kinds", d), "9223372036854775807|-9223372036854775808|on|||");
}

static void rows_stay_in_their_order_however_many(void **state)
{
    static const int counts[] = { 0, 1, 9, 10, 11, 12, 13, 2000 };
    (void)state;
    struct view *v = open_page("rows", "<?cs each:r = Rows ?><?cs var:r.n ?> <?cs /each ?><?cs var:subcount(Rows) ?>");
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
        struct view_data *d = view_data_new(pool, v, "zh-CN");
        struct buf wanted;
        buf_init(&wanted, pool, 1 << 20);
        for (int i = 0; i < counts[c]; i++) {
            view_set_number(view_row(view_top(d), "Rows"), "n", i);
            buf_printf(&wanted, "%d ", i);
        }
        buf_printf(&wanted, "%d", counts[c]);
        assert_string_equal(render(v, "rows", d), wanted.data);
    }
}

static void one_page_renders_alike_again_and_again(void **state)
{
    (void)state;
    struct view *v = open_page("place", PLACES[5]);
    for (int i = 0; i < 200; i++)
        assert_string_equal(render(v, "place", with_value(v, i % 2 ? "<" : "x")), i % 2 ? "<b title=\"&lt;\">&lt;</b><b title=\"&lt;\">&lt;</b>"
                                                                                        : "<b title=\"x\">x</b><b title=\"x\">x</b>");
}

static void words_come_in_the_language_asked_for_and_zh_cn_otherwise(void **state)
{
    static const struct { const char *lang, *shown; } rows[] = {
        { "zh-CN", "一 &lt; 二 公示" }, { "en", "one &lt; two Notice" }, { "fr", "一 &lt; 二 公示" }, { "", "一 &lt; 二 公示" },
        { "EN", "一 &lt; 二 公示" },    { "../en", "一 &lt; 二 公示" },  { NULL, "一 &lt; 二 公示" },
    };
    (void)state;
    struct view *v = open_page("words", "<?cs var:Lang.Fail.one ?> <?cs var:Lang.Site.name ?>");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(render(v, "words", view_data_new(pool, v, rows[i].lang)), rows[i].shown);
    assert_string_equal(view_word(v, "en", "Fail.one"), "one < two");
    assert_null(view_word(v, "en", "Fail.only"));
    assert_string_equal(view_word(v, "fr", "Fail.only"), "只");
    assert_null(view_word(v, "zh-CN", "Fail.none"));
    assert_null(view_word(v, "zh-CN", "Fail.foreign")); /* of another program */
}

static void data_never_changes_the_words(void **state)
{
    (void)state;
    struct view *v = open_page("words", "<?cs set:Lang.Fail.one = \"changed\" ?><?cs var:Lang.Fail.one ?>");
    render(v, "words", view_data_new(pool, v, "zh-CN"));
    assert_string_equal(view_word(v, "zh-CN", "Fail.one"), "一 < 二");
}

/* In a process of its own: ClearSilver loses some bytes at each error of a template, and a leak check would rightly say so. */
static bool does_not_start(const char *text)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct fail f = { 0 };
        put("bad/it.cs", text);
        bool refused = open_in("bad", false, &f) == NULL && f.kind == FAIL_INTERNAL && strstr(f.detail, "it.cs") != NULL;
        _exit(refused ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status == 0;
}

static void a_template_that_is_wrong_does_not_start(void **state)
{
    static const char *const wrong[] = {
        "<?cs if:x ?>open", "<?cs /if ?>", "<?cs each:a = ?>", "<?cs nonsense:x ?>", "<?cs var:x", "<?cs call:unknown(x) ?>",
        "<?cs var:html_escape(x) ?>", "<?cs var:url_escape(x) ?>", "<?cs var:text_html(x) ?>", "<?cs var:js_escape(x) ?>",
        "<?cs include:\"_none.cs\" ?>", "<?cs include!:\"_none.cs\" ?>", "<?cs include:\"../page/_part.cs\" ?>",
        "<?cs include:\"/etc/hostname\" ?>", "<?cs include:\"shared/../lang/en/common.hdf\" ?>", "<?cs include:\"_broken.cs\" ?>",
    };
    (void)state;
    put("bad/_broken.cs", "<?cs if:x ?>");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (!does_not_start(wrong[i]))
            fail_msg("%s starts", wrong[i]);
    assert_false(does_not_start("<?cs var:x ?>"));
}

static void a_template_with_a_nul_or_of_endless_length_does_not_start(void **state)
{
    struct fail f = { 0 };
    char path[200];
    static char big[300 * 1024];
    (void)state;
    snprintf(path, sizeof path, "%s/bad/it.cs", root);
    assert_true(file_write(path, "a\0<?cs var:x ?>", 15, 0600, &f));
    assert_null(open_in("bad", false, &f));
    memset(big, 'x', sizeof big);
    assert_true(file_write(path, big, sizeof big, 0600, &f));
    assert_null(open_in("bad", false, &f));
    put("bad/it.cs", "fine");
    assert_non_null(open_in("bad", false, &f));
    assert_null(open_in("none", false, &f));
}

static void a_page_that_does_not_fit_or_does_not_exist_is_a_fail(void **state)
{
    struct fail f = { 0 };
    struct buf small;
    (void)state;
    struct view *v = open_page("place", PLACES[0]);
    buf_init(&small, pool, 100);
    char *big = mem_alloc(pool, 2000);
    memset(big, '<', 1999);
    assert_false(view_render(v, "place", with_value(v, big), &small, &f));
    assert_int_equal(f.kind, FAIL_INTERNAL);
    assert_string_equal(render(v, "place", with_value(v, "x")), "<p>x</p>");
    assert_false(view_render(v, "none", with_value(v, "x"), &small, &f));
    assert_false(view_render(v, "_part", with_value(v, "x"), &small, &f));
    assert_false(view_render(v, "../page/place", with_value(v, "x"), &small, &f));
}

static void answers_to_objectors_are_plain(void **state)
{
    struct fail f = { 0 };
    (void)state;
    put("answer/lapse.cs", "<?cs var:Value ?> & more");
    struct view *v = open_in("answer", true, &f);
    assert_non_null(v);
    assert_string_equal(render(v, "lapse", with_value(v, "<A & \"B\">")), "<A & \"B\"> & more");
    assert_string_equal(render(v, "lapse", with_value(v, "<?cs var:Secret ?>")), "<?cs var:Secret ?> & more");
}

/* True if `act` ends the program saying `why`. */
static bool dies(void (*act)(void), const char *why)
{
    int ends[2], status = 0;
    char text[2000] = { 0 };
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        act();
        _exit(0);
    }
    close(ends[1]);
    for (ssize_t n, at = 0; (n = read(ends[0], text + at, sizeof text - 1 - (size_t)at)) > 0;)
        at += n;
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) != 0 && strstr(text, why) != NULL;
}

static void open_public_plain(void) { struct fail f = { 0 }; open_in("public", true, &f); }
static void open_answer_as_page(void) { struct fail f = { 0 }; open_in("answer", false, &f); }
static void open_answer_plain(void) { struct fail f = { 0 }; open_in("answer", true, &f); }

static const char *bad_name;

static struct view_node *top_of_a_page(void) { return view_top(with_value(open_page("place", PLACES[0]), "x")); }
static void set_bad_name(void) { view_set(top_of_a_page(), bad_name, "y"); }
static void set_bad_child(void) { view_child(top_of_a_page(), bad_name); }
static void set_bad_row(void) { view_row(top_of_a_page(), bad_name); }

static void only_answers_may_be_plain(void **state)
{
    (void)state;
    assert_true(dies(open_public_plain, "plain"));
    assert_true(dies(open_answer_as_page, "plain"));
    assert_false(dies(open_answer_plain, ""));
}

static void a_name_that_may_be_data_ends_the_program(void **state)
{
    static const char *const names[] = { "a.b", "", "a b", "一", "a=b", "a-b", ".", "a\n" };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        bad_name = names[i];
        assert_true(dies(set_bad_name, "no name") && dies(set_bad_child, "no name") && dies(set_bad_row, "no name"));
    }
    bad_name = "Fine_1";
    assert_false(dies(set_bad_name, "") || dies(set_bad_child, "") || dies(set_bad_row, ""));
}

int main(void)
{
#define T cmocka_unit_test
    const struct CMUnitTest tests[] = {
        T(a_hostile_value_stays_a_value_wherever_it_stands), T(nothing_in_a_template_can_turn_escaping_off_for_a_value),
        T(numbers_flags_and_missing_values_come_out_as_said), T(rows_stay_in_their_order_however_many),
        T(one_page_renders_alike_again_and_again), T(words_come_in_the_language_asked_for_and_zh_cn_otherwise),
        T(data_never_changes_the_words), T(a_template_that_is_wrong_does_not_start),
        T(a_template_with_a_nul_or_of_endless_length_does_not_start), T(a_page_that_does_not_fit_or_does_not_exist_is_a_fail),
        T(answers_to_objectors_are_plain), T(only_answers_may_be_plain), T(a_name_that_may_be_data_ends_the_program),
    };
    log_open("view");
    int failed = cmocka_run_group_tests(tests, make_root, drop_root);
    mem_free(&pool);
    return failed;
}
