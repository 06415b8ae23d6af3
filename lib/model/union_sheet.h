/* union_sheet: the list of nominating unions as the office keeps it: CSV in UTF-8 (with or without BOM) or GB18030, one union a line under
 * a head. Cells as written, tidied; what they must be is the service's rule. */
#ifndef GS_MODEL_UNION_SHEET_H
#define GS_MODEL_UNION_SHEET_H

#include "fail.h"
#include "mem.h"

#define UNION_SHEET_MAX_BYTES (256 * 1024)
#define UNION_SHEET_MAX_ROWS 500

enum union_column {
    UNION_COLUMN_CODE, UNION_COLUMN_NAME, UNION_COLUMN_KIND,                        /* 代码 名称 类型 */
    UNION_COLUMN_CONTACT, UNION_COLUMN_PHONE, UNION_COLUMN_EMAIL,                   /* 联系人 手机 邮箱 */
    UNION_COLUMN_BACKUP, UNION_COLUMN_BACKUP_PHONE, UNION_COLUMN_BACKUP_EMAIL,      /* 备用… */
    UNION_COLUMN__MAX
};

struct union_sheet_row { size_t line; const char *cells[UNION_COLUMN__MAX]; }; /* never NULL */
struct union_sheet { struct union_sheet_row *rows; size_t count; };

/* Fails of the field "file": unions_empty, unions_large, unions_not_text, unions_head (a column is missing), unions_quotes. */
bool union_sheet_read(struct mem *m, const void *bytes, size_t n, struct union_sheet *out, struct fail *f);

#endif
