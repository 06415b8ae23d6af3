/* bare_page: the ceiling for a page of a FastCGI program: writes the bytes of a file that it read once, packed, and asks nobody. Usage: bare_page FILE,
 * its socket on descriptor 0. */
#include <fcgiapp.h>
#include <stdio.h>

static char bytes[4 * 1024 * 1024];

int main(int argc, char **argv)
{
    FCGX_Request r;
    FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
    size_t n = f != NULL ? fread(bytes, 1, sizeof bytes, f) : 0;
    if (n == 0 || FCGX_Init() != 0 || FCGX_InitRequest(&r, 0, 0) != 0)
        return 1;
    fclose(f);
    while (FCGX_Accept_r(&r) >= 0) {
        FCGX_FPrintF(r.out, "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n", (int)n);
        FCGX_PutStr(bytes, (int)n, r.out);
        FCGX_Finish_r(&r);
    }
    return 0;
}
