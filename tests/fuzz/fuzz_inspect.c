/* inspect: the structures of files, any bytes: a verdict comes back, and what is found whole is no longer so when its beginning is gone. */
#include "fuzz.h"

#include "inspect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static enum inspect_verdict (*const STRUCTURES[])(const unsigned char *, size_t) = { inspect_pdf,  inspect_png,   inspect_jpeg,
                                                                                         inspect_docx, inspect_boxes, inspect_mp3 };
    for (size_t i = 0; i < sizeof STRUCTURES / sizeof *STRUCTURES; i++) {
        enum inspect_verdict v = STRUCTURES[i](data, n);
        PROMISE(v < INSPECT_VERDICT__MAX && inspect_verdict_code(v) != NULL);
        if (v == INSPECT_OK && STRUCTURES[i] != inspect_mp3)
            PROMISE(STRUCTURES[i](data + 1, n - 1) != INSPECT_OK);
    }
    return 0;
}
