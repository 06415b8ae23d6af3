/* states_drawing: one machine as a drawing. Moves between the same two states share an arrow; what can happen from nearly everywhere
 * (stepping back, standing still) is drawn pale, so that the usual way is seen. */
#include <string.h>

#include "states.h"

#define INK "#1b1b1b"
#define PALE "#b8b1a6"
#define LINK "#1d4e89"
#define UNION "#5b3a7a"
#define SEAL "#a6211f"

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* Happens from many states in the same way. */
static bool everywhere(const struct states_move *row)
{
    return is(row->move, "WITHDRAW") || is(row->move, "SUSPEND") || is(row->move, "RESUME") || is(row->move, "RECALL");
}

static const char *colour(const struct states_move *row)
{
    switch (row->who) {
    case ACTOR_OBJECTOR: return LINK;
    case ACTOR_UNION: return UNION;
    case ACTOR_SYSTEM: return SEAL;
    default: return INK;
    }
}

static void state(struct view *v, const struct states_machine *of, const struct states_state *s)
{
    const char *face = is(s->stage, "ended") ? "style=\"filled,rounded\" fillcolor=\"#ece8e1\" color=\"#8a8378\""
                       : is(s->stage, "clue") ? "style=\"filled,rounded,dashed\" fillcolor=\"#fff6e0\" color=\"#7a4b00\""
                                              : "style=\"filled,rounded\" fillcolor=\"#ffffff\" color=\"" SEAL "\"";
    printf("  %s [label=<<b>%s</b><br/><font point-size=\"10\" color=\"#55504a\">%s</font>> %s];\n", s->word,
           states_word(v, of->state_words, s->word), s->word, face);
}

static bool same_way(const struct states_move *a, const struct states_move *b)
{
    return is(a->from, b->from) && is(a->to, b->to);
}

/* Every move of the arrow, a line each; the second person is a plus sign. */
static void lines(struct view *v, const struct states_machine *of, const struct states_move *first, const char *end)
{
    for (const struct states_move *row = first; row < of->moves + of->move_count; row++)
        if (same_way(row, first) && (row == first || !is(row->move, row[-1].move) || !same_way(row, row - 1)))
            printf("%s%s%s", row == first ? "" : end, states_word(v, of->move_words, row->move), row->second ? "＋" : "");
}

/* The move that leads back, of two that are drawn as one arrow with two heads. */
static const struct states_move *way_back(const struct states_machine *of, const struct states_move *row)
{
    for (const struct states_move *back = of->moves; everywhere(row) && back < of->moves + of->move_count; back++)
        if (everywhere(back) && is(back->from, row->to) && is(back->to, row->from))
            return back;
    return NULL;
}

static void arrow(struct view *v, const struct states_machine *of, const struct states_move *row)
{
    bool pale = everywhere(row);
    const struct states_move *back = way_back(of, row);
    if (back && back < row)
        return;
    printf("  %s -> %s [color=\"%s\" fontcolor=\"%s\" style=\"%s\"%s%s tooltip=\"", row->from, row->to, pale ? PALE : colour(row),
        colour(row),
           row->who == ACTOR_SYSTEM ? "dashed" : row->second && !pale ? "bold" : "solid", pale ? " weight=0 minlen=0" : "",
           back ? " dir=both" : "");
    lines(v, of, row, "、");
    if (back) {
        printf("、");
        lines(v, of, back, "、");
    }
    printf("\"");
    if (!pale) {
        printf(" label=\"");
        lines(v, of, row, "\\n");
        printf("\"");
    }
    printf("];\n");
}

static bool comes_first(const struct states_machine *of, const struct states_move *row)
{
    const struct states_move *other = of->moves;
    while (!is(other->move, row->move))
        other++;
    return other == row;
}

/* What the colours mean, as far as this machine has them. */
static void legend(struct view *v, const struct states_machine *of)
{
    static const struct { enum actor_kind who; const char *text; } kinds[] = {
        { ACTOR_OFFICER, "<font color=\"" INK "\">黑线：工作人员（粗线、＋：另有一人同意）</font>" },
        { ACTOR_OBJECTOR, "<font color=\"" LINK "\">　蓝线：反映人</font>" }, { ACTOR_UNION, "<font color=\"" UNION "\">　紫线：推荐工会</font>" },
        { ACTOR_SYSTEM, "<font color=\"" SEAL "\">　红虚线：自动</font>" } };
    const struct states_move *end = of->moves + of->move_count, *row;
    const char *between = "<font color=\"#8a8378\">　浅线：";
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        for (row = of->moves; row < end && row->who != kinds[i].who; row++)
            ;
        printf("%s", row < end ? kinds[i].text : "");
    }
    for (row = of->moves; row < end; row++)
        if (everywhere(row) && comes_first(of, row)) {
            printf("%s%s", between, states_word(v, of->move_words, row->move));
            between = "、";
        }
    printf("%s", is(between, "、") ? "</font>" : "");
}

void states_drawing(struct view *v, const struct states_machine *of)
{
    printf("digraph \"%s\" {\n"
           "  graph [rankdir=TB ranksep=0.5 nodesep=0.35 bgcolor=\"#ffffff\" fontname=\"Noto Sans CJK SC\" fontsize=13 labelloc=b pad=0.2\n"
           "    label=<", of->title);
    legend(v, of);
    printf(">];\n"
           "  node [shape=box fontname=\"Noto Sans CJK SC\" fontsize=15 fontcolor=\"" INK "\" margin=\"0.12,0.06\"];\n"
           "  edge [fontname=\"Noto Sans CJK SC\" fontsize=12 arrowsize=0.7];\n");
    for (size_t i = 0; i < of->state_count; i++)
        state(v, of, &of->states[i]);
    for (size_t i = 0; i < of->move_count; i++) {
        size_t before = 0;
        while (before < i && !same_way(&of->moves[before], &of->moves[i]))
            before++;
        if (before == i)
            arrow(v, of, &of->moves[i]);
    }
    printf("}\n");
}
