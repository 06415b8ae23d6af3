/* tables: every statement table there is, for the test that prepares each statement under every account. */
#include "attachment.h"
#include "delivery.h"
#include "draft.h"
#include "entry.h"
#include "letter.h"
#include "outbox.h"
#include "published.h"
#include "round.h"
#include "submission.h"
#include "workdays.h"

const struct db_table *db_tables(size_t *count)
{
    static struct db_table all[10];
    const struct db_table tables[] = {
        attachment_table, delivery_table, draft_table, entry_table, letter_table, outbox_table, published_table, round_table,
        submission_table, workdays_table,
    };
    _Static_assert(sizeof all == sizeof tables, "as many places as tables");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        all[i] = tables[i];
    *count = sizeof all / sizeof *all;
    return all;
}
