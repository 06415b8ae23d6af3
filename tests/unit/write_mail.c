/* write_mail: writes the mail that a line of JSON on the standard input describes (to, name, subject, text); after each mail a line of its
 * length came before it. A refused one has the length 0. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "mail_text.h"
#include "secret.h"

static const char *word(const json_t *top, const char *name) { return json_string_value(json_object_get(top, name)); }

int main(void)
{
    static const struct mail_sender FROM = { "notice@example.org", "杭州市总工会", "example.org" };
    static char line[200000];
    secret_start();
    while (fgets(line, sizeof line, stdin) != NULL) {
        json_error_t error;
        struct fail f = { 0 };
        struct mem *m = mem_new(NULL, "mail");
        struct buf out;
        json_t *top = json_loads(line, 0, &error);
        struct notify_message msg = { .to = word(top, "to"), .to_name = word(top, "name"), .subject = word(top, "subject"), .text = word(top, "text"),
                                      .lang = word(top, "lang"), .message_id = "0123456789abcdef0123456789abcdef", .now = 1777000000000000 };
        buf_init(&out, m, (size_t)256 * 1024);
        bool ok = mail_text_compose(&out, &FROM, &msg, &f);
        printf("%zu\n", ok ? out.len : 0);
        fwrite(out.data, 1, ok ? out.len : 0, stdout);
        json_decref(top);
        mem_free(&m);
    }
    return 0;
}
