/* bounce_read: reports of mail servers in the words of RFC 3464 and in older ones; and what is none: people's and machines' answers. */
#include "check.h"
#include "bounce_read.h"

#define TO "X-Original-To: bounce+7-abcdefghijklmnop@example.org\r\n"
#define TOP TO "Return-Path: <>\r\nFrom: MAILER-DAEMON@mail.example.org (Mail Delivery System)\r\nDate: Tue, 21 Apr 2026 10:00:05 +0800\r\n" \
            "Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
#define REPORT "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n" \
               "--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n" \
               "Reporting-MTA: dns; mail.example.org\r\nX-Postfix-Queue-ID: 1\r\n\r\n"
#define END "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nx\r\n--b--\r\n"
#define PLAIN "Content-Type: text/plain\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"

static void what_mail_servers_say_is_understood(void **state)
{
    (void)state;
    static const struct { const char *what, *mail; bool is_report; enum report_verdict verdict; const char *code; } rows[] = {
        { "failed for good", TOP REPORT "Final-Recipient: rfc822; a@b.cn\r\nAction: failed\r\nStatus: 5.1.1\r\n" END, true, REPORT_UNDELIVERED, "5.1.1" },
        { "given up after days", TOP REPORT "Action: Failed\r\nStatus: 4.4.7 (expired)\r\n" END, true, REPORT_UNDELIVERED, "4.4.7" },
        { "late", TOP REPORT "Action: delayed\r\nStatus: 4.2.2\r\n" END, true, REPORT_DELAYED, "4.2.2" },
        { "delivered", TOP REPORT "Action: delivered\r\nStatus: 2.0.0\r\n" END, true, REPORT_DELIVERED, "2.0.0" },
        { "handed on", TOP REPORT "Action: relayed\r\nStatus: 2.0.0\r\n" END, false, REPORT_UNREADABLE, "" },
        { "without a status", TOP REPORT "Action: failed\r\n" END, true, REPORT_UNDELIVERED, "" },
        { "with a status that is none", TOP REPORT "Action: failed\r\nStatus: five\r\n" END, true, REPORT_UNDELIVERED, "" },
        { "a report that says nothing", TOP REPORT "Status: 5.1.1\r\n" END, false, REPORT_UNREADABLE, "" },
        { "a report cut off", TOP REPORT "Action: failed\r\nStatus: 5.2.2", true, REPORT_UNDELIVERED, "5.2.2" },
        { "folded, in other cases", TOP REPORT "ACTION:\r\n failed\r\nstatus:\r\n\t5.7.1\r\n" END, true, REPORT_UNDELIVERED, "5.7.1" },
        { "an older server", TOP PLAIN, true, REPORT_UNDELIVERED, "" },
        { "an older server, late", TO "From: postmaster@b.cn\r\nSubject: Warning: message delayed 24 hours\r\n" PLAIN, true, REPORT_DELAYED, "" },
        { "Exim", TO "From: Mail <x@b.cn>\r\nX-Failed-Recipients: a@b.cn\r\n" PLAIN, true, REPORT_UNDELIVERED, "" },
        { "out of office", TO "Return-Path: <>\r\nFrom: a@b.cn\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n" PLAIN, false, REPORT_UNREADABLE, "" },
        { "a person's answer", TO "From: a@b.cn\r\nSubject: Undelivered Mail\r\n" PLAIN, false, REPORT_UNREADABLE, "" },
        { "a receipt of reading", TO "From: a@b.cn\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\n"
          "Content-Type: message/disposition-notification\r\n\r\nAction: failed\r\n--b--\r\n", false, REPORT_UNREADABLE, "" },
        { "nothing", "", false, REPORT_UNREADABLE, "" },
    };
    for (size_t i = 0; i < ROWS(rows); i++) {
        struct bounce b;
        bounce_read(rows[i].mail, strlen(rows[i].mail), &b);
        if (b.is_report != rows[i].is_report || (b.is_report && (b.verdict != rows[i].verdict || strcmp(b.code, rows[i].code) != 0)))
            fail_msg("%s: %d %s \"%s\"", rows[i].what, b.is_report, report_verdict_word(b.verdict), b.code);
        if (b.is_report)
            assert_string_equal(b.to[0], "bounce+7-abcdefghijklmnop@example.org");
    }
}

static void when_it_was_and_where_it_came_to_are_read(void **state)
{
    (void)state;
    struct bounce b;
    static const char mail[] = TOP "Delivered-To: <other@example.org>\r\nTo: \"x\" <y@example.org>\r\n" REPORT "Action: failed\r\n" END;
    bounce_read(mail, sizeof mail - 1, &b);
    assert_true(b.said_at == INT64_C(1776736805) * CLOCK_SECOND);
    assert_string_equal(b.to[1], "other@example.org");
    assert_string_equal(b.to[2], "");
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(what_mail_servers_say_is_understood),
                                        cmocka_unit_test(when_it_was_and_where_it_came_to_are_read) };
    bounce_read_open();
    return cmocka_run_group_tests_name("bounce", tests, NULL, NULL);
}
