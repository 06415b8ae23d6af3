/* token: only what token_make gave is taken, and nothing that differs from it by a bit. */
#include "fuzz.h"

#include "secret.h"
#include "token.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const unsigned char key[32] = "a key that only this target has";
    static bool started;
    if (!started)
        secret_start();
    started = true;
    struct mem *m = mem_new(NULL, "fuzz");
    struct token t;
    char *text = mem_text_n(m, (const char *)data, n);
    PROMISE(!token_read(text, key, "objection", &t));
    unsigned char bytes[56];
    if (secret_from_base64url(text, bytes, sizeof bytes))
        PROMISE(strcmp(secret_to_base64url(m, bytes, sizeof bytes), text) == 0);
    /* The same bytes as changes of a good one. */
    char *good = token_make(m, key, "objection", 1);
    char *bent = mem_text(m, good);
    for (size_t i = 0; i + 1 < n; i += 2)
        bent[data[i] % strlen(good)] = (char)(data[i + 1] != 0 ? data[i + 1] : 'A');
    PROMISE(token_read(bent, key, "objection", &t) == (strcmp(bent, good) == 0));
    mem_free(&m);
    return 0;
}
