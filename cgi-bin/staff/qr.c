/* qr: by libqrencode. */
#include "qr.h"

#include <qrencode.h>
#include <string.h>

#include "buf.h"
#include "secret.h"

enum { MARGIN = 4, PATH_MAX_BYTES = 64 * 1024 };

char *qr_path(struct mem *m, const char *text, int *side)
{
    struct buf path;
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (code == NULL)
        return NULL;
    buf_init(&path, m, PATH_MAX_BYTES);
    size_t width = (size_t)code->width;
    for (size_t y = 0; y < width; y++) {
        /* A run of dark modules is one bar. */
        for (size_t x = 0, run; x < width; x += run + 1) {
            for (run = 0; x + run < width && (code->data[y * width + x + run] & 1) != 0; run++)
                ;
            if (run > 0)
                buf_printf(&path, "M%zu %zuh%zuv1h-%zuz", x + MARGIN, y + MARGIN, run, run);
        }
    }
    *side = code->width + 2 * MARGIN;
    secret_wipe(code->data, width * width);
    QRcode_free(code);
    return path.over ? NULL : path.data;
}
