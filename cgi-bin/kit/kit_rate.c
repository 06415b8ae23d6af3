/* kit_rate: see kit_rate.h. */
#include "kit_rate.h"

#include <string.h>

#include "ceiling.h"

/* Many honest people may stand behind one address, a company's or a mobile network's, and an office shares one: the ceilings are for
 * floods. Of sign-in and refresh only wrong tries are counted, by lib/service/login_backoff, and a union's codes have ceilings of their own
 * (lib/service/union_login): no stranger behind an address can use up what its people need to come in. */
static const struct { const char *program; enum web_rate rate; const char *class; int64_t an_hour; } classes[] = {
    { "public", WEB_RATE_SEND, "public-send", 300 },     { "public", WEB_RATE_UPLOAD, "public-upload", 600 },
    { "public", WEB_RATE_LOOKUP, "public-lookup", 600 }, { "staff", WEB_RATE_SEND, "staff-send", 3000 },
    { "staff", WEB_RATE_UPLOAD, "staff-upload", 600 },   { "staff", WEB_RATE_LOGIN, "staff-pass", 600 },
    { "union", WEB_RATE_SEND, "union-send", 120 },       { "union", WEB_RATE_UPLOAD, "union-upload", 120 },
};

bool kit_rate_pass(struct request *r, struct db *db, const char *program, enum web_rate rate, struct fail *f)
{
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
        if (classes[i].rate == rate && strcmp(classes[i].program, program) == 0)
            return ceiling_pass(db, classes[i].class, request_address(r), classes[i].an_hour, f);
    return true;
}
