/* form_value: what a value of each kind must look like, and what pages read of it. */
#include <string.h>

#include "form_private.h"
#include "log.h"
#include "scan.h"
#include "text.h"

static void fault(struct form_cell *cell, const char *code, int64_t one, int64_t two)
{
    if (!cell->faulty)
        cell->fault = (struct form_fault){ code, one, two };
    cell->faulty = true;
}

static bool in_choices(const char *choices, const char *value)
{
    size_t n = strlen(value);
    if (n == 0 || strchr(value, '|') != NULL)
        return false;
    for (const char *p = choices; p != NULL; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
        if (strncmp(p, value, n) == 0 && (p[n] == '|' || p[n] == '\0'))
            return true;
    return false;
}

static void check_length(const struct form_field *field, struct form_cell *cell, size_t n)
{
    if ((int64_t)n < field->min)
        fault(cell, "too_short", field->min, (int64_t)n);
    else if ((int64_t)n > field->max)
        fault(cell, "too_long", field->max, (int64_t)n);
}

static char *only_digits_and_letters(struct mem *m, const char *text)
{
    char *half = text_half_width(m, text), *to = half;
    for (const char *p = half; *p != '\0'; p++)
        if (*p != ' ' && *p != '-' && *p != '\t')
            *to++ = *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p;
    *to = '\0';
    return half;
}

/* Digits at *at, at most `most` of them, and one of the signs behind them ("" for the end). */
static bool read_part(const char **at, size_t most, const char *const *signs, int *out)
{
    size_t n = strspn(*at, "0123456789");
    if (n == 0 || n > most)
        return false;
    for (*out = 0; n > 0; n--)
        *out = *out * 10 + (*(*at)++ - '0');
    for (; *signs != NULL; signs++) {
        size_t len = strlen(*signs);
        if (len > 0 ? strncmp(*at, *signs, len) == 0 : **at == '\0') {
            *at += len;
            return true;
        }
    }
    return false;
}

static bool read_day(struct mem *m, const char *text, day *out)
{
    static const char *const YEAR[] = { "-", "/", ".", "年", NULL }, *const MONTH[] = { "-", "/", ".", "月", NULL },
                      *const DAY[] = { "日", "", NULL };
    int year, month, mday;
    const char *at = text_half_width(m, text);
    return read_part(&at, 4, YEAR, &year) && read_part(&at, 2, MONTH, &month) && read_part(&at, 2, DAY, &mday) && *at == '\0' &&
           clock_day_from_ymd(year, month, mday, out);
}

static void settle_day(struct form *form, struct form_cell *cell)
{
    char text[CLOCK_TEXT];
    cell->value = text_tidy(form->r->mem, cell->value);
    cell->has_day = read_day(form->r->mem, cell->value, &cell->day);
    if (!cell->has_day) {
        fault(cell, "day_wrong", 0, 0);
        return;
    }
    clock_day_to_text(cell->day, text);
    cell->value = mem_text(form->r->mem, text);
}

static void settle_number(struct form *form, const struct form_field *field, struct form_cell *cell)
{
    int64_t number;
    cell->value = text_tidy(form->r->mem, text_half_width(form->r->mem, cell->value));
    if (!scan_i64(cell->value, INT64_MIN, INT64_MAX, &number))
        fault(cell, "not_a_number", 0, 0);
    else if (number < field->min || number > field->max)
        fault(cell, "number_range", field->min, field->max);
    else
        cell->number = number;
}

static void settle_contact(struct form *form, const struct form_field *field, struct form_cell *cell)
{
    char digits[20];
    char *half = text_tidy(form->r->mem, text_half_width(form->r->mem, cell->value));
    if (field->kind == FORM_EMAIL) {
        cell->value = half;
        if (!scan_email(half))
            fault(cell, "email_wrong", 0, 0);
    } else if (scan_phone(half, digits)) {
        cell->value = mem_text(form->r->mem, digits);
    } else {
        fault(cell, "phone_wrong", 0, 0);
    }
}

static bool settle_hidden(const struct form_field *field, const struct form_cell *cell, struct fail *f)
{
    size_t n = strlen(cell->value);
    bool plain = strspn(cell->value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-") == n;
    if (plain && (int64_t)n >= field->min && (int64_t)n <= field->max)
        return true;
    return fail_set(f, FAIL_INPUT, "request_broken", "hidden field %s", field->name);
}

static void settle_choices(const struct form_field *field, struct form_cell *cell)
{
    for (size_t i = 0; i < cell->count; i++)
        if (!in_choices(field->choices, cell->choices[i]))
            fault(cell, "choose_one", 0, 0);
    if (field->needed && cell->count == 0)
        fault(cell, "choose_one", 0, 0);
}

static bool settle_present(struct form *form, const struct form_field *field, struct form_cell *cell, struct fail *f)
{
    struct mem *m = form->r->mem;
    switch (field->kind) {
    case FORM_LINE:
    case FORM_LINES:
        cell->value = text_tidy(m, cell->value);
        check_length(field, cell, text_length(cell->value));
        break;
    case FORM_NAME:
        cell->value = text_name(m, cell->value);
        check_length(field, cell, text_length(cell->value));
        break;
    case FORM_EXACT:
        check_length(field, cell, strlen(cell->value));
        break;
    case FORM_NUMBER:
        settle_number(form, field, cell);
        break;
    case FORM_DAY:
        settle_day(form, cell);
        break;
    case FORM_PHONE:
    case FORM_EMAIL:
        settle_contact(form, field, cell);
        break;
    case FORM_CODE:
        cell->value = only_digits_and_letters(m, cell->value);
        check_length(field, cell, strlen(cell->value));
        break;
    case FORM_CHOICE:
        if (!in_choices(field->choices, cell->value))
            fault(cell, "choose_one", 0, 0);
        break;
    case FORM_TICK:
        if (strcmp(cell->value, "1") != 0)
            return fail_set(f, FAIL_INPUT, "request_broken", "field %s is no tick", field->name);
        break;
    case FORM_HIDDEN:
        return settle_hidden(field, cell, f);
    default:
        log_die("field %s has no kind", field->name);
    }
    return true;
}

bool form_value_settle(struct form *form, const struct form_field *field, struct form_cell *cell, struct fail *f)
{
    if (field->kind == FORM_CHOICES) {
        settle_choices(field, cell);
        return true;
    }
    const char *seen = cell->value == NULL || field->kind == FORM_EXACT ? cell->value : text_tidy(form->r->mem, cell->value);
    bool blank = seen == NULL || *seen == '\0';
    if (!blank)
        return cell->faulty || settle_present(form, field, cell, f);
    cell->value = mem_text(form->r->mem, "");
    if (field->needed && field->kind == FORM_HIDDEN)
        return fail_set(f, FAIL_INPUT, "request_broken", "hidden field %s is missing", field->name);
    if (field->needed)
        fault(cell, field->kind == FORM_CHOICE ? "choose_one" : field->kind == FORM_TICK ? "tick_needed" : "needed", 0, 0);
    return true;
}

static struct form_cell *known(const struct form *form, const char *name)
{
    struct form_cell *cell = form_cell(form, name);
    if (cell == NULL)
        log_die("the form has no field %s", name);
    return cell;
}

bool form_ok(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->cells[i].faulty)
            return false;
    return true;
}

const char *form_text(const struct form *form, const char *name)
{
    const char *value = known(form, name)->value;
    return value != NULL ? value : "";
}

int64_t form_number(const struct form *form, const char *name) { return known(form, name)->number; }

bool form_day(const struct form *form, const char *name, day *out)
{
    const struct form_cell *cell = known(form, name);
    if (cell->has_day)
        *out = cell->day;
    return cell->has_day;
}

bool form_tick(const struct form *form, const char *name) { return strcmp(form_text(form, name), "1") == 0; }

bool form_chosen(const struct form *form, const char *name, const char *choice)
{
    const struct form_cell *cell = known(form, name);
    for (size_t i = 0; i < cell->count && i < FORM_CHOICES_MAX; i++)
        if (cell->choices[i] != NULL && strcmp(cell->choices[i], choice) == 0)
            return true;
    return cell->value != NULL && strcmp(cell->value, choice) == 0;
}

void form_put(struct form *form, const char *name, const char *value)
{
    struct form_cell *cell = known(form, name);
    if (form->fields[cell - form->cells].kind == FORM_CHOICES && cell->count < FORM_CHOICES_MAX)
        cell->choices[cell->count++] = mem_text(form->r->mem, value);
    else
        cell->value = mem_text(form->r->mem, value);
}

void form_error(struct form *form, const char *name, const char *code) { form_error_numbers(form, name, code, 0, 0); }

/* The code may be a fail's, which is gone before the page is shown. */
void form_error_numbers(struct form *form, const char *name, const char *code, int64_t one, int64_t two)
{
    fault(known(form, name), mem_text(form->r->mem, code), one, two);
}

void form_forgive(struct form *form, const char *name) { known(form, name)->faulty = false; }

bool form_take_fail(struct form *form, const struct fail *f)
{
    struct form_cell *cell = f->field[0] != '\0' ? form_cell(form, f->field) : NULL;
    if (cell == NULL)
        return false;
    fault(cell, mem_text(form->r->mem, f->code), f->number, 0);
    return true;
}

struct request *form_request(const struct form *form) { return form->r; }
size_t form_count(const struct form *form) { return form->count; }
const struct form_field *form_field_at(const struct form *form, size_t i) { return &form->fields[i]; }

const char *form_shown(const struct form *form, size_t i)
{
    const char *value = form->fields[i].kind == FORM_EXACT ? NULL : form->cells[i].value;
    return value != NULL ? value : "";
}

const struct form_fault *form_fault_at(const struct form *form, size_t i)
{
    return form->cells[i].faulty ? &form->cells[i].fault : NULL;
}
