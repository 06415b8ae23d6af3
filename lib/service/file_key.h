/* file_key: the file secrets of a program, each read once: MACs, tags and boxes of short values. */
#ifndef GS_SERVICE_FILE_KEY_H
#define GS_SERVICE_FILE_KEY_H

#include "fail.h"
#include "secret.h"

enum file_key_use { FILE_KEY_FORM, FILE_KEY_TAG, FILE_KEY_REST, FILE_KEY_REPORT, FILE_KEY__MAX };

/* FAIL_UNAVAILABLE with a line for the log when the file cannot be used. */
bool file_key(enum file_key_use use, unsigned char out[SECRET_KEY], struct fail *f);
/* 16 bytes that tell one source from another and nothing else: a MAC by tag.key under a purpose word. */
bool file_key_tag(const char *purpose, const void *bytes, size_t n, unsigned char out[16], struct fail *f);

#endif
