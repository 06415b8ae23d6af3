/* unions: keeping the nominating unions and their contacts, one by one or from a list as CSV. Each change is an audit row. */
#ifndef GS_SERVICE_UNIONS_H
#define GS_SERVICE_UNIONS_H

#include "nominating_union.h"

struct unions_contact { const char *name, *phone, *email, *lang; }; /* as typed; "" for none; lang of model/message.h, NULL: zh-CN */
struct unions_in {
    const char *code; /* lower-case letters, digits, hyphen; never changes after adding */
    const char *name;
    bool industry;
    struct unions_contact contacts[UNION_RANK__MAX];
    const char *seen; /* for a change: unions_seen of what the form showed; NULL: whatever stands */
};
/* A word for how a union stands: a form carries it. */
char *unions_seen(struct mem *m, const struct nominating_union *u);

/* Faults stand beside union_code, union_name, primary_name, primary_phone, primary_email, backup_name, backup_phone, backup_email. A primary contact
 * must be reachable by phone (a mobile: it gets SMS) or e-mail; a backup one is left out by three empty fields. */
bool unions_add(struct mem *m, struct db *db, int64_t officer_id, const struct unions_in *in, int64_t *id, struct fail *f);
/* `in->code` is not looked at. Letters that still wait go to the new contact; who was replaced is signed out. FAIL_CONFLICT
 * "union_changed" when it does not stand as it was seen. */
bool unions_change(struct mem *m, struct db *db, int64_t officer_id, int64_t id, const struct unions_in *in, struct fail *f);
/* Out of use: named in no list, written to no more, its contacts cannot sign in; and back. */
bool unions_set_active(struct mem *m, struct db *db, int64_t officer_id, int64_t id, bool active, struct fail *f);

/* A list: 代码, 名称, 类型, 联系人, 手机, 邮箱, 备用联系人, 备用手机, 备用邮箱; UTF-8 or GB18030. A union whose code stands is changed. All or
 * nothing: a fail names the field as above, and *line the line of the file that it is about. */
struct unions_read_out { size_t added, changed, line; };
bool unions_read(struct mem *m, struct db *db, int64_t officer_id, const void *bytes, size_t n, struct unions_read_out *out, struct fail *f);

#endif
