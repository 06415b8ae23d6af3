/* drivers: the drivers there are; for notify.c alone. */
#ifndef GS_NOTIFY_DRIVERS_H
#define GS_NOTIFY_DRIVERS_H

#include "notify.h"

extern const struct notify_driver drv_file_mail; /* one .eml a mail under mail.file_dir */
extern const struct notify_driver drv_file_sms;  /* one .txt an SMS under sms.file_dir */
extern const struct notify_driver drv_null;      /* takes everything, keeps nothing */
extern const struct notify_driver drv_smtp;      /* libcurl, one kept session */
extern const struct notify_driver drv_aliyun;    /* SendSms over HTTPS */
extern const struct notify_driver drv_tencent;   /* the same of another house */
extern const struct notify_driver drv_http_json; /* any gateway that a file describes */

#endif
