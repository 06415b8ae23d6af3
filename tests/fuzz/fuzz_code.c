/* receipt, password, secret, spell: codes as people type them; what is read can be shown and read again. */
#include "fuzz.h"

#include "password.h"
#include "receipt.h"
#include "secret.h"
#include "spell.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static bool started;
    if (!started)
        secret_start();
    started = true;
    struct mem *m = mem_new(NULL, "fuzz");
    const char *text = mem_text_n(m, (const char *)data, n);
    char number[RECEIPT_NUMBER], shown[RECEIPT_CODE_SHOWN], clean[8];
    unsigned char code[RECEIPT_CODE_BYTES], again[RECEIPT_CODE_BYTES], secret[32], bytes[20];
    if (receipt_number_read(text, number))
        PROMISE(strlen(number) == 12 && strtoull(number, NULL, 10) % 97 == 1);
    if (receipt_code_read(text, code)) {
        receipt_code_show(code, shown);
        PROMISE(receipt_code_read(shown, again) && memcmp(code, again, sizeof code) == 0);
    }
    password_code_read(text, secret);
    if (spell_clean(text, 7, clean))
        PROMISE(strlen(clean) == 7);
    if (secret_from_hex(text, bytes, sizeof bytes))
        PROMISE(strcmp(secret_to_hex(m, bytes, sizeof bytes), text) == 0);
    if (secret_from_base32(text, bytes, sizeof bytes))
        PROMISE(strcmp(secret_to_base32(m, bytes, sizeof bytes), text) == 0);
    mem_free(&m);
    return 0;
}
