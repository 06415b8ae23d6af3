/* states_page: docs/states.md. */
#include <string.h>

#include "objection.h"
#include "states.h"

static void say(const char *text)
{
    fputs(text, stdout);
}

static void name(struct view *v, const char *group, const char *code)
{
    printf("%s `%s`", states_word(v, group, code), code);
}

static void states_of(struct view *v, const struct states_machine *of)
{
    say("| state | | |\n|---|---|---|\n");
    for (size_t i = 0; i < of->state_count; i++)
        printf("| `%s` | %s | %s |\n", of->states[i].word, states_word(v, of->state_words, of->states[i].word), of->states[i].stage);
}

static void moves_of(struct mem *m, struct view *v, const struct states_machine *of)
{
    say("\n| from | move | to | who | second person | comes with it | must be so | clock | is told "
        "|\n|---|---|---|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < of->move_count; i++) {
        const struct states_move *row = &of->moves[i];
        say("| ");
        name(v, of->state_words, row->from);
        say(" | ");
        name(v, of->move_words, row->move);
        say(" | ");
        name(v, of->state_words, row->to);
        printf(" | %s | %s | %s | %s | %s | %s |\n", states_who(m, v, row->who, row->role, ", "),
               row->second ? states_who(m, v, ACTOR_OFFICER, row->second, ", ") : "", row->needs, row->guards, row->clock, row->told);
    }
}

static void terms(void)
{
    say("\n## Terms\n\nEvery length is a setting. The day on which something happens is not counted; what happens after "
        "`deadline.cutoff_hour` counts from the next working day.\n\n| term | for what | setting | usually |\n|---|---|---|---|\n");
    for (unsigned t = TERM_NONE + 1; t < TERM__MAX; t++) {
        const struct term_row *row = term_find(t);
        printf("| `%s` | %s | `%s` | %d %s |\n", row->word, states_term(t), row->setting, row->usual, row->workdays ? "working days"
            : "days");
    }
}

static void grounds(struct view *v)
{
    size_t n;
    const struct objection_ground *all = objection_grounds(&n);
    say("\n## Grounds of an objection\n\n`C` and `A` are the conditions of the programme, `X` what excludes.\n\n| ground | | group "
        "|\n|---|---|---|\n");
    for (size_t i = 0; i < n; i++)
        printf("| `%s` | %s | %s |\n", all[i].code, states_word(v, "Ground", all[i].code), states_word(v, "GroundGroup", all[i].group));
}

static void choices(struct view *v, const char *title, const char *head, const char *group, const char *codes)
{
    char code[40];
    printf("\n## %s\n\n| %s | |\n|---|---|\n", title, head);
    while (*codes != '\0') {
        size_t n = strcspn(codes, "|");
        snprintf(code, sizeof code, "%.*s", (int)n, codes);
        printf("| `%s` | %s |\n", code, states_word(v, group, code));
        codes += n + (codes[n] == '|');
    }
}

void states_page(struct mem *m, struct view *v)
{
    const struct states_machine *all = states_machines(m);
    say("# The procedure: states and moves\n\nMade from the tables of lib/model by `make docs`; not to be edited by hand. What is not in "
        "a table "
        "cannot happen.\nA code stands as the database stores it, beside it what people read. *Second person*: another officer must agree "
        "before it\nhappens. *Free of ties*: the officer has declared that nothing ties him to the candidate and is not recused. *自动*: it "
        "happens "
        "by itself.\n");
    for (size_t i = 0; i < STATES__MAX; i++) {
        printf("\n## %s (%s)\n\n![%s](states-%s.svg)\n\n", all[i].text, all[i].title, all[i].title, all[i].name);
        states_of(v, &all[i]);
        moves_of(m, v, &all[i]);
    }
    terms();
    grounds(v);
    choices(v, "Reasons for not accepting", "reason", "Refusal", OBJECTION_REFUSAL_CHOICES);
    choices(v, "Whereto a matter is transferred", "to", "Transfer", OBJECTION_TRANSFER_CHOICES);
    choices(v, "What is found of a ground", "finding", "Finding", OBJECTION_FINDING_CHOICES);
}
