/* notice_pdf: a notice (公示) or a final announcement (公告) as the paper that is hung up: A4 in the manner of 党政机关公文格式 (GB/T 9704) as it is
 * used for papers without a red head, or with one if the office has a mark. */
#ifndef GS_PAPER_NOTICE_PDF_H
#define GS_PAPER_NOTICE_PDF_H

#include "buf.h"
#include "clock.h"
#include "fail.h"
#include "mem.h"

/* An attachment that is a table. */
struct notice_pdf_list {
    const char *title;           /* "杭州数字工匠拟认定人选名单（50人）" */
    const char *note;            /* below the title; NULL for none */
    const char *const *cells;    /* of five columns: 序号, 姓名, 工作单位, 岗位, 推荐工会 */
    size_t row_count;
};

struct notice_pdf {
    const char *mark;            /* of the red head; "" for none */
    const char *doc_number;      /* "" for none */
    const char *title;
    const char *const *paragraphs; /* a line that begins with 一、 is set as a heading, （一） as one below it */
    size_t paragraph_count;
    const struct notice_pdf_list *lists; /* those without rows are left out by the caller */
    size_t list_count;
    const char *signed_by, *signed_day; /* "" for none */
    const char *url;             /* of the page; NULL for none */
    const char *const *url_lines; /* beside its QR code */
    size_t url_line_count;
    const char *const *heads;    /* the five columns' */
    const char *attachment;      /* "附件" */
    const char *watermark;       /* "草稿"; NULL for none */
    instant made_at;             /* when it was published */
};

/* All texts are valid UTF-8. `out` gets the file. */
bool notice_pdf_make(struct mem *m, const struct notice_pdf *n, struct buf *out, struct fail *f);

#endif
