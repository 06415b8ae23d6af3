/* What lib/base/secret promises: purposes that never meet, strict decoders, key files that only their owner reads. Vectors of
 * RFC 4648, RFC 4231 and FIPS 180. */
#include "check.h"

#include <sys/stat.h>

#include "file.h"
#include "secret.h"

static struct mem *m;

static int start(void **state)
{
    (void)state;
    secret_start();
    m = mem_new(NULL, "test");
    return 0;
}

static int end(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

static void published_vectors_hold(void **state)
{
    (void)state;
    unsigned char out[32];
    secret_sha256(out, "abc", 3);
    assert_string_equal(secret_to_hex(m, out, 32), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    secret_hmac_sha256(out, "Jefe", 4, "what do ya want for nothing?", 28);
    assert_string_equal(secret_to_hex(m, out, 32), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    static const struct { const char *plain, *base32, *base64, *base64url;
    } rows[] = {{"", "", "", ""},
                {"f", "MY", "Zg==", "Zg"},
                {"fo", "MZXQ", "Zm8=", "Zm8"},
                {"foo", "MZXW6", "Zm9v", "Zm9v"},
                {"foob", "MZXW6YQ", "Zm9vYg==", "Zm9vYg"},
                {"fooba", "MZXW6YTB", "Zm9vYmE=", "Zm9vYmE"},
                {"foobar", "MZXW6YTBOI", "Zm9vYmFy", "Zm9vYmFy"},
                {"\xfb\xff", "7P7Q", "+/8=", "-_8"}};
    for (size_t i = 0; i < ROWS(rows); i++) {
        char back[16] = {0};
        size_t n = strlen(rows[i].plain);
        assert_string_equal(secret_to_base32(m, rows[i].plain, n), rows[i].base32);
        assert_string_equal(secret_to_base64(m, rows[i].plain, n), rows[i].base64);
        assert_string_equal(secret_to_base64url(m, rows[i].plain, n), rows[i].base64url);
        assert_true(secret_from_base32(rows[i].base32, back, n));
        assert_memory_equal(back, rows[i].plain, n);
        memset(back, 0, sizeof back);
        assert_true(secret_from_base64url(rows[i].base64url, back, n));
        assert_memory_equal(back, rows[i].plain, n);
    }
}

static void decoders_take_one_form_only(void **state)
{
    (void)state;
    char out[8] = "same";
    static const char *const hex[] = {"", "0", "0a0", "0a0b0", "0A0B", "0g0b", " a0b", "0a0b0c", "0x0b", "0a0\n"};
    static const char *const b32[] = {"", "M", "MZXR", "mzxq", "MZX1", "MZXQ=", "MZXQ====", "MZXQM", "MZ Q"};
    static const char *const b64[] = {"",     "Zm",  "Zm9",  "Zm8=", "Zm+",    "Zm/",
                                      "Zm\n", " m8", "Zm8A", "中",   "\x80m8", "Z\xffz"};
    for (size_t i = 0; i < ROWS(hex); i++)
        assert_false(secret_from_hex(hex[i], out, 2));
    for (size_t i = 0; i < ROWS(b32); i++)
        assert_false(secret_from_base32(b32[i], out, 2));
    for (size_t i = 0; i < ROWS(b64); i++)
        assert_false(secret_from_base64url(b64[i], out, 2));
    assert_string_equal(out, "same");
}

static void every_length_comes_back(void **state)
{
    (void)state;
    unsigned char bytes[70], back[70];
    for (size_t n = 0; n <= sizeof bytes; n++) {
        secret_random(bytes, n);
        assert_true(secret_from_hex(secret_to_hex(m, bytes, n), back, n));
        assert_memory_equal(bytes, back, n);
        assert_true(secret_from_base32(secret_to_base32(m, bytes, n), back, n));
        assert_memory_equal(bytes, back, n);
        assert_true(secret_from_base64url(secret_to_base64url(m, bytes, n), back, n));
        assert_memory_equal(bytes, back, n);
    }
}

static void purposes_and_keys_part_hashes(void **state)
{
    (void)state;
    unsigned char a[32], b[32];
    const unsigned char key[32] = {1}, other[32] = {2};
    secret_hash(a, "gs-a", "bc", 2);
    secret_hash(b, "gs-ab", "c", 1);
    assert_memory_not_equal(a, b, 32);
    secret_hash(b, "gs-a", "bc", 2);
    assert_true(secret_equal(a, b, 32));
    secret_mac(b, key, "gs-a", "bc", 2);
    assert_false(secret_equal(a, b, 32));
    secret_mac(a, other, "gs-a", "bc", 2);
    assert_false(secret_equal(a, b, 32));
    secret_mac(a, key, "gs-a", "bc", 2);
    assert_true(secret_equal(a, b, 32));
    a[31] ^= 1;
    assert_false(secret_equal(a, b, 32));
}

static void chance_stays_below_its_bound(void **state)
{
    (void)state;
    bool seen[7] = {false};
    for (int i = 0; i < 2000; i++) {
        uint32_t r = secret_random_below(7);
        assert_true(r < 7);
        seen[r] = true;
    }
    for (int i = 0; i < 7; i++)
        assert_true(seen[i]);
    char wiped[4] = "abc";
    secret_wipe(wiped, sizeof wiped);
    assert_memory_equal(wiped, "\0\0\0\0", 4);
}

static void key_files_are_made_once_and_kept_private(void **state)
{
    (void)state;
    struct fail f;
    char dir[] = "/tmp/gs-secret-XXXXXX";
    assert_non_null(mkdtemp(dir));
    unsigned char first[32], again[32];
    struct stat st;
    const char *path = file_path(m, dir, "form.key");
    assert_false(secret_key_file(dir, "form.key", first, &f));
    assert_true(secret_key_file_make(dir, "form.key", &f));
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_true(secret_key_file(dir, "form.key", first, &f));
    assert_true(secret_key_file_make(dir, "form.key", &f));
    assert_true(secret_key_file(dir, "form.key", again, &f));
    assert_memory_equal(first, again, 32);
    static const unsigned open_modes[] = {0640, 0604, 0660, 0644, 0620, 0602, 0610};
    for (size_t i = 0; i < ROWS(open_modes); i++) {
        assert_int_equal(chmod(path, open_modes[i]), 0);
        assert_false(secret_key_file(dir, "form.key", again, &f));
        assert_string_equal(f.code, "key_file");
        assert_null(strstr(f.detail, secret_to_hex(m, first, 32)));
    }
    static const char *const wrong[] = {"", "00\n", "zz",
                                        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef00\n"};
    for (size_t i = 0; i < ROWS(wrong); i++) {
        assert_true(file_write(path, wrong[i], strlen(wrong[i]), 0600, &f));
        assert_false(secret_key_file(dir, "form.key", again, &f));
    }
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_vectors_hold),
        cmocka_unit_test(decoders_take_one_form_only),
        cmocka_unit_test(every_length_comes_back),
        cmocka_unit_test(purposes_and_keys_part_hashes),
        cmocka_unit_test(chance_stays_below_its_bound),
        cmocka_unit_test(key_files_are_made_once_and_kept_private),
    };
    return cmocka_run_group_tests_name("secret", tests, start, end);
}
