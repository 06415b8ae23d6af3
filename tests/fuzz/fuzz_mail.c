/* mail: any words make a mail whose head has our headers alone and whose lines end in CR LF, or none at all. The input: recipient, name,
 * subject and message id by lines, the text behind them. */
#include "fuzz.h"

#include "mail_text.h"
#include "text.h"

static const char *line(struct mem *m, const uint8_t **at, size_t *left)
{
    const uint8_t *end = memchr(*at, '\n', *left);
    size_t n = end != NULL ? (size_t)(end - *at) : *left;
    const char *text = mem_text_n(m, (const char *)*at, n);
    n += end != NULL;
    *at += n;
    *left -= n;
    return text;
}

/* Counts the lines of the head that begin a header; every other begins with a blank. */
static size_t headers(const char *mail)
{
    static const char *const OURS[] = { "From: ", "To: ", "Subject: ", "Date: ", "Message-ID: ", "Auto-Submitted: ", "MIME-Version: ",
                                        "Content-Type: ", "Content-Transfer-Encoding: " };
    size_t count = 0;
    for (const char *p = mail; strncmp(p, "\r\n", 2) != 0; p = strstr(p, "\r\n") + 2) {
        bool ours = false;
        PROMISE(strstr(p, "\r\n") != NULL && strstr(p, "\r\n") - p <= 998);
        for (size_t i = 0; i < sizeof OURS / sizeof *OURS; i++)
            ours |= strncmp(p, OURS[i], strlen(OURS[i])) == 0;
        PROMISE(ours || *p == ' ');
        count += ours;
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct mem *m = mem_new(NULL, "fuzz");
    struct fail f = { 0 };
    struct buf out;
    struct notify_message msg = { .now = INT64_C(1795000000000000) };
    const struct mail_sender from = { .address = "office@gongshi.test", .name = "公示办", .domain = "gongshi.test" };
    msg.to = line(m, &data, &n);
    msg.to_name = line(m, &data, &n);
    msg.subject = line(m, &data, &n);
    msg.message_id = line(m, &data, &n);
    msg.text = mem_text_n(m, (const char *)data, n);
    buf_init(&out, m, 1 << 20);
    if (mail_text_compose(&out, &from, &msg, &f)) {
        PROMISE(headers(out.data) == 8);
        for (const char *p = out.data; *p != '\0'; p++)
            PROMISE((*p != '\n' || p[-1] == '\r') && (*p != '\r' || p[1] == '\n'));
    } else {
        PROMISE(f.kind == FAIL_INPUT);
    }
    mem_free(&m);
    return 0;
}
