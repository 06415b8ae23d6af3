/* bare_loop: the ceiling for SMS: the same POST over TLS, verified, COUNT times and AT_ONCE under way, in a bare libcurl multi loop without any
 * database. Usage: bare_loop URL CA_FILE AT_ONCE COUNT; prints the seconds that it took. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 200 };
#define BODY "{\"PhoneNumberSet\":[\"+8613800000001\"],\"SmsSdkAppId\":\"1400006666\",\"SignName\":\"sign\",\"TemplateId\":\"T\"," \
             "\"TemplateParamSet\":[\"3\",\"2026\",\"abcdefghijklmnopqrstuvwxyz\"],\"SessionContext\":\"00000000000000000000000000000000\"}"

static size_t drop(char *from, size_t size, size_t count, void *ctx)
{
    (void)from;
    (void)ctx;
    return size * count;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static CURL *session(const char *url, const char *ca, struct curl_slist *heads)
{
    CURL *h = curl_easy_init();
    curl_easy_setopt(h, CURLOPT_URL, url);
    curl_easy_setopt(h, CURLOPT_CAINFO, ca);
    curl_easy_setopt(h, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(h, CURLOPT_PROXY, "");
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, heads);
    curl_easy_setopt(h, CURLOPT_POSTFIELDS, BODY);
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, drop);
    return h;
}

/* Each that is done is sent again until all are. */
static int run(CURLM *multi, long at_once, long count)
{
    long begun = at_once, done = 0;
    int running, left;
    CURLMsg *said;
    while (done < count) {
        curl_multi_perform(multi, &running);
        while ((said = curl_multi_info_read(multi, &left)) != NULL) {
            CURL *h = said->easy_handle;
            if (said->data.result != CURLE_OK)
                return 1;
            done++;
            curl_multi_remove_handle(multi, h);
            if (begun < count) {
                begun++;
                curl_multi_add_handle(multi, h);
            }
        }
        if (done < count)
            curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    return 0;
}

int main(int argc, char **argv)
{
    CURL *handles[MOST];
    long at_once = argc == 5 ? atol(argv[3]) : 0, count = argc == 5 ? atol(argv[4]) : 0;
    if (at_once < 1 || at_once > MOST || count < at_once) {
        fputs("usage: bare_loop URL CA_FILE AT_ONCE COUNT\n", stderr);
        return 2;
    }
    curl_global_init(CURL_GLOBAL_DEFAULT);
    struct curl_slist *heads = curl_slist_append(curl_slist_append(NULL, "Content-Type: application/json"), "Expect:");
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, at_once);
    double began = seconds();
    for (long i = 0; i < at_once; i++)
        curl_multi_add_handle(multi, handles[i] = session(argv[1], argv[2], heads));
    int failed = run(multi, at_once, count);
    printf("%.3f\n", seconds() - began);
    for (long i = 0; i < at_once; i++) {
        curl_multi_remove_handle(multi, handles[i]);
        curl_easy_cleanup(handles[i]);
    }
    curl_multi_cleanup(multi);
    curl_slist_free_all(heads);
    return failed;
}
