/* drv_file: writes messages into folders instead of sending them, for a system that is tried out; drv_null drops them. The name of
 * a file is the message id, so that an attempt repeated after a crash overwrites and does not double. */
#include <unistd.h>

#include "conf.h"
#include "drivers.h"
#include "file.h"
#include "mail_text.h"
#include "scan.h"

enum { MAIL_MAX = 256 * 1024 };

static bool open_folder(const char *key, struct fail *f)
{
    return access(conf_text(key), W_OK | X_OK) == 0 || fail_set(f, FAIL_INTERNAL, "setting_wrong", "%s is no folder to write into", key);
}

static bool open_mail(struct mem *m, struct fail *f)
{
    (void)m;
    return open_folder("mail.file_dir", f);
}

static bool open_sms(struct mem *m, struct fail *f)
{
    (void)m;
    return open_folder("sms.file_dir", f);
}

static void write_as(struct mem *m, const char *folder, const char *ending, const struct notify_message *msg,
                     const struct buf *text, struct notify_result *out)
{
    struct fail f = { 0 };
    const char *name = mem_printf(m, "%s.%s", msg->message_id, ending);
    if (!scan_word(msg->message_id, 64))
        notify_say(out, NOTIFY_NEVER, "not a name for a file");
    else if (file_write(file_path(m, folder, name), text->data, text->len, 0600, &f))
        notify_say(out, NOTIFY_SENT, "written");
    else
        notify_say(out, NOTIFY_LATER, "%s", f.detail);
}

static void send_mail(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    struct fail f = { 0 };
    struct buf text;
    struct mail_sender from = { conf_text("mail.from"), conf_text("mail.from_name"), conf_text("mail.domain") };
    buf_init(&text, m, MAIL_MAX);
    if (!mail_text_compose(&text, &from, msg, &f))
        notify_say(out, NOTIFY_NEVER, "%s", f.detail);
    else
        write_as(m, conf_text("mail.file_dir"), "eml", msg, &text, out);
}

static void send_sms(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    char mobile[12];
    struct buf text;
    if (!scan_mobile(msg->to, mobile)) {
        notify_say(out, NOTIFY_NEVER, "not a mobile number");
        return;
    }
    buf_init(&text, m, MAIL_MAX);
    buf_printf(&text, "To: %s\n\n【%s】%s\n", mobile, conf_text("sms.sign"), msg->text);
    write_as(m, conf_text("sms.file_dir"), "txt", msg, &text, out);
}

static bool open_null(struct mem *m, struct fail *f)
{
    (void)m;
    (void)f;
    return true;
}

static void send_null(struct mem *m, const struct notify_message *msg, struct notify_result *out)
{
    (void)m;
    (void)msg;
    notify_say(out, NOTIFY_SENT, "dropped by setting");
}

const struct notify_driver drv_file_mail = { .name = "file", .open = open_mail, .send = send_mail };
const struct notify_driver drv_file_sms = { .name = "file", .open = open_sms, .send = send_sms };
const struct notify_driver drv_null = { .name = "null", .open = open_null, .send = send_null };
