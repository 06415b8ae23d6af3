/* report_page: what the files of the report program share. */
#ifndef GS_REPORT_REPORT_PAGE_H
#define GS_REPORT_REPORT_PAGE_H

#include "db.h"
#include "web.h"

struct db *report_db(void);

extern const struct web_route report_routes[];
extern const size_t report_route_count;

web_page aliyun_page, tencent_page, missing_page;

#endif
