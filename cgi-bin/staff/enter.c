/* enter: how an officer comes in for the first time, and again after losing his password: by a code that was handed to him. Nobody is
 * signed in here; what he gets to keep, his own recovery code, is shown in the answer to his form and nowhere else. */
#include "enrol.h"
#include "qr.h"
#include "staff_page.h"

#define COUNT(list) (sizeof(list) / sizeof(list)[0])

static const struct form_field code_fields[] = { { "code", FORM_CODE, true, 0, 60, NULL } };
static const struct form_field activate_fields[] = {
    { "code", FORM_CODE, true, 0, 60, NULL },
    { "offer", FORM_HIDDEN, true, 20, 200, NULL },
    { "password", FORM_EXACT, true, 1, 256, NULL },
    { "digits", FORM_CODE, true, 6, 6, NULL },
};
static const struct form_field reset_fields[] = {
    { "code", FORM_CODE, true, 0, 60, NULL },
    { "paper", FORM_CHOICE, true, 0, 0, "KEPT|LOST" },
    { "recovery", FORM_CODE, false, 0, 60, NULL },
    { "password", FORM_EXACT, true, 1, 256, NULL },
    { "digits", FORM_CODE, true, 6, 6, NULL },
};

static void show(struct request *r, struct view_node *v, const struct form *form, const char *stem, struct response *out)
{
    kit_form(form, v);
    staff_title(r, v, mem_printf(request_mem(r), "Enter.%s_title", stem), "/sign-in");
    response_page_status(out, form_ok(form) ? 200 : 422, stem);
}

static struct form *read_form(struct request *r, const struct form_field *fields, size_t count, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct form *form = form_new(r, fields, count);
    if (form_read(form, &f))
        return form;
    response_fail(out, &f);
    return NULL;
}

/* The end of both ways: the new recovery code, if there is one. */
static void show_done(struct request *r, struct view_node *v, const char *word, const char *recovery, struct response *out)
{
    view_set(v, "Recovery", recovery);
    view_set_flag(v, "Again", word[0] == 'r');
    staff_title(r, v, mem_printf(request_mem(r), "Enter.%s", word), NULL);
    response_page(out, "entered");
}

/* ---- for the first time ---- */

void activate_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, code_fields, COUNT(code_fields)), "activate", out);
}

/* The pass of a code that is for this; false with the form's error or an answer. */
static bool open_pass(struct request *r, struct form *form, bool reset, struct officer_pass_row *pass, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    bool found = enrol_pass(request_mem(r), staff_db(), form_text(form, "code"), pass, &f);
    if (found && pass->reset == reset)
        return true;
    if (found)
        form_error(form, "code", reset ? "code_is_activation" : "code_is_reset");
    else if (!form_take_fail(form, &f))
        response_fail(out, &f);
    return false;
}

static void show_proof(struct request *r, struct view_node *v, struct form *form, const struct officer_pass_row *pass, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    char *uri, *typed;
    int side = 0;
    if (!enrol_totp_show(request_mem(r), pass, form_text(form, "offer"), &uri, &typed, &f)) {
        response_fail(out, &f);
        return;
    }
    view_set(v, "Login", pass->login);
    view_set(v, "Name", pass->name);
    view_set(v, "Typed", typed);
    struct view_node *qr = view_child(v, "Qr");
    view_set(qr, "path", qr_path(request_mem(r), uri, &side));
    view_set_number(qr, "side", side);
    show(r, v, form, "activate_proof", out);
}

void activate_code_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_pass_row pass;
    char *offer;
    struct form *form = read_form(r, code_fields, COUNT(code_fields), out);
    if (!form)
        return;
    if (form_ok(form) && open_pass(r, form, false, &pass, out)) {
        struct form *proof = form_new(r, activate_fields, COUNT(activate_fields));
        if (!enrol_totp_offer(request_mem(r), &pass, &offer, &f)) {
            response_fail(out, &f);
            return;
        }
        form_put(proof, "code", form_text(form, "code"));
        form_put(proof, "offer", offer);
        show_proof(r, v, proof, &pass, out);
    } else if (!form_ok(form)) {
        show(r, v, form, "activate", out);
    }
}

void activate_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_pass_row pass;
    char *recovery;
    struct form *form = read_form(r, activate_fields, COUNT(activate_fields), out);
    if (!form)
        return;
    struct form *code = form_new(r, code_fields, COUNT(code_fields));
    form_put(code, "code", form_text(form, "code"));
    if (!open_pass(r, code, false, &pass, out)) {
        if (!form_ok(code))
            show(r, v, code, "activate", out);
        return;
    }
    struct enrol_activate_in in = { form_text(form, "code"), form_text(form, "offer"), form_text(form, "password"), form_text(form, "digits") };
    if (form_ok(form) && enrol_activate(request_mem(r), staff_db(), &in, &recovery, &f))
        show_done(r, v, "activated_title", recovery, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show_proof(r, v, form, &pass, out);
    else
        response_fail(out, &f);
}

/* ---- again ---- */

void reset_page(struct request *r, struct view_node *v, struct response *out)
{
    show(r, v, form_new(r, reset_fields, COUNT(reset_fields)), "reset", out);
}

void reset_go_page(struct request *r, struct view_node *v, struct response *out)
{
    struct fail f = { .kind = FAIL_NONE };
    struct officer_pass_row pass;
    char *recovery;
    struct form *form = read_form(r, reset_fields, COUNT(reset_fields), out);
    if (!form)
        return;
    bool kept = form_chosen(form, "paper", "KEPT");
    if (kept && !*form_text(form, "recovery"))
        form_error(form, "recovery", "needed");
    if (form_ok(form) && !open_pass(r, form, true, &pass, out) && form_ok(form))
        return;
    struct enrol_reset_in in = { form_text(form, "code"), form_text(form, "digits"), kept ? form_text(form, "recovery") : "",
                                 form_text(form, "password") };
    if (form_ok(form) && enrol_reset(request_mem(r), staff_db(), &in, &recovery, &f))
        show_done(r, v, "reset_done_title", recovery, out);
    else if (!form_ok(form) || form_take_fail(form, &f))
        show(r, v, form, "reset", out);
    else
        response_fail(out, &f);
}
