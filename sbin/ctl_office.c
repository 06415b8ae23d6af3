/* ctl_office: the office's keys and its first officers. What is printed here once is written down by the operator and kept by the office. */
#include <stdio.h>
#include <string.h>

#include "conf.h"
#include "ctl.h"
#include "enrol.h"
#include "keyring.h"
#include "secret.h"
#include "staff.h"
#include "totp.h"

enum ctl_exit ctl_key_init(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    unsigned char seed[SECRET_KEY];
    char *code;
    if (c->argc != 0)
        return CTL_USAGE;
    bool ok = secret_key_file(conf_text("dir.secrets"), "notify.key", seed, &f) && keyring_init(c->m, c->db, seed, &code, &f);
    secret_wipe(seed, sizeof seed);
    if (!ok)
        return ctl_say_fail("key init", &f);
    printf("recovery code of the office: %s\n", code);
    fprintf(stderr, "It is shown this once and opens every objection: print it, seal it, lock it away.\n");
    return CTL_DONE;
}

static bool read_roles(struct ctl *c, const char *words, uint32_t *roles)
{
    *roles = 0;
    for (const char *at = words; *at != '\0';) {
        size_t n = strcspn(at, ",");
        const char *word = mem_text_n(c->m, at, n);
        uint32_t role = STAFF_EDITOR;
        while (staff_role_word(role) != NULL && strcmp(staff_role_word(role), word) != 0)
            role <<= 1;
        if (staff_role_word(role) == NULL)
            return false;
        *roles |= role;
        at += n + (at[n] == ',' ? 1 : 0);
    }
    return *roles != 0;
}

enum ctl_exit ctl_officer_add(struct ctl *c)
{
    struct fail f = { .kind = FAIL_NONE };
    const char *password_file = ctl_option(c, "--password-file"), *recovery_file = ctl_option(c, "--recovery-file");
    struct enrol_operator_in in = { .login = c->argc == 3 ? c->argv[0] : "", .name = c->argc == 3 ? c->argv[1] : "" };
    struct enrol_operator_out out;
    unsigned char secret[TOTP_SECRET];
    if (c->argc != 3 || !read_roles(c, c->argv[2], &in.roles))
        return CTL_USAGE;
    in.password = ctl_secret(c, password_file, &f);
    in.office_recovery = in.password != NULL && recovery_file != NULL ? ctl_secret(c, recovery_file, &f) : NULL;
    if (in.password == NULL || (recovery_file != NULL && in.office_recovery == NULL) || !enrol_operator(c->m, c->db, &in, &out, &f) ||
        !secret_from_base32(out.totp, secret, sizeof secret))
        return ctl_say_fail("officer add", &f);
    printf("login: %s\none-time codes: %s\nto type: %s\nown recovery code: %s\n", in.login, totp_uri(c->m, in.login, secret),
           totp_typed(c->m, secret), out.recovery);
    if (in.office_recovery == NULL && (staff_reads_cases(in.roles) || staff_reads_identity(in.roles)))
        fprintf(stderr, "The officer reads objections only after a holder has granted him the key.\n");
    secret_wipe(secret, sizeof secret);
    return CTL_DONE;
}
