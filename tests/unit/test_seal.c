/* What lib/trust/seal promises: only this key, only here, only whole. */
#include "check.h"

#include <signal.h>

#include "seal.h"
#include "secret.h"

static struct mem *m;
static struct seal_pair pair, other;

static int start(void **state)
{
    (void)state;
    secret_start();
    m = mem_new_secret(NULL, "test");
    seal_pair_make(&pair);
    seal_pair_make(&other);
    return 0;
}

static int end(void **state)
{
    (void)state;
    mem_free(&m);
    return 0;
}

static const char text[] = "反映情况：证书编号与发证机构查询结果不符。";
#define CONTEXT "objection:123456789012:text"

static void what_was_closed_opens(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, 31, 32, 33, 1000, 70000};
    struct fail f;
    for (size_t i = 0; i < ROWS(lengths); i++) {
        char *plain = mem_alloc(m, lengths[i]);
        secret_random(plain, lengths[i]);
        struct seal_bytes out, sealed = seal_close(m, pair.public_key, CONTEXT, plain, lengths[i]);
        assert_int_equal(sealed.len, 1 + 32 + 80 + 24 + lengths[i] + 16);
        assert_int_equal(sealed.data[0], 1);
        assert_true(seal_open(m, &pair, CONTEXT, sealed.data, sealed.len, &out, &f));
        assert_int_equal(out.len, lengths[i]);
        assert_memory_equal(out.data, plain, lengths[i]);
        assert_int_equal(out.data[out.len], 0);
    }
    struct seal_bytes a = seal_close(m, pair.public_key, CONTEXT, text, sizeof text);
    struct seal_bytes b = seal_close(m, pair.public_key, CONTEXT, text, sizeof text);
    assert_memory_not_equal(a.data + 33, b.data + 33, a.len - 33);
}

static void a_seal_with_any_byte_changed_stays_shut(void **state)
{
    (void)state;
    struct fail f = {0};
    struct seal_bytes out = {0}, sealed = seal_close(m, pair.public_key, CONTEXT, text, sizeof text);
    for (size_t i = 0; i < sealed.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            sealed.data[i] ^= (unsigned char)(1 << bit);
            assert_false(seal_open(m, &pair, CONTEXT, sealed.data, sealed.len, &out, &f));
            assert_string_equal(f.code, "seal_broken");
            sealed.data[i] ^= (unsigned char)(1 << bit);
        }
    for (size_t n = 0; n < sealed.len; n++)
        assert_false(seal_open(m, &pair, CONTEXT, sealed.data, n, &out, &f));
    unsigned char *longer = mem_alloc(m, sealed.len + 1);
    memcpy(longer, sealed.data, sealed.len);
    assert_false(seal_open(m, &pair, CONTEXT, longer, sealed.len + 1, &out, &f));
    assert_null(out.data);
    assert_true(seal_open(m, &pair, CONTEXT, sealed.data, sealed.len, &out, &f));
}

static void elsewhere_and_for_others_it_stays_shut(void **state)
{
    (void)state;
    static const char *const contexts[] = {"", "objection:123456789012:person", "objection:123456789013:text",
                                           CONTEXT " ", "objection"};
    struct fail f;
    struct seal_bytes out, sealed = seal_close(m, pair.public_key, CONTEXT, text, sizeof text);
    for (size_t i = 0; i < ROWS(contexts); i++)
        assert_false(seal_open(m, &pair, contexts[i], sealed.data, sealed.len, &out, &f));
    assert_false(seal_open(m, &other, CONTEXT, sealed.data, sealed.len, &out, &f));
    /* The key's name changed too, so that only the key itself is wrong. */
    seal_key_id(sealed.data + 1, other.public_key);
    assert_false(seal_open(m, &other, CONTEXT, sealed.data, sealed.len, &out, &f));
    struct seal_pair mixed = other;
    memcpy(mixed.public_key, pair.public_key, SEAL_PUBLIC);
    seal_key_id(sealed.data + 1, pair.public_key);
    assert_false(seal_open(m, &mixed, CONTEXT, sealed.data, sealed.len, &out, &f));
}

static void seal_for_no_key(void *arg)
{
    seal_close(m, arg, CONTEXT, text, sizeof text);
}

static void nothing_is_sealed_for_a_key_that_all_can_open(void **state)
{
    (void)state;
    unsigned char zero[SEAL_PUBLIC] = {0};
    char said[300];
    assert_int_equal(ending(seal_for_no_key, zero, said, sizeof said), 128 + SIGABRT);
}

static void a_seed_always_gives_the_same_pair(void **state)
{
    (void)state;
    unsigned char seed[32] = {7}, id[SEAL_ID], id2[SEAL_ID];
    struct seal_pair a, b;
    seal_pair_from_seed(&a, seed);
    seal_pair_from_seed(&b, seed);
    assert_memory_equal(&a, &b, sizeof a);
    seal_key_id(id, a.public_key);
    seal_key_id(id2, b.public_key);
    assert_memory_equal(id, id2, sizeof id);
    seed[0] = 8;
    seal_pair_from_seed(&b, seed);
    assert_memory_not_equal(&a, &b, sizeof a);
}

static void wrapped_keys_open_with_their_secret_alone(void **state)
{
    (void)state;
    struct fail f;
    unsigned char secret[32] = {1}, wrong[32] = {2}, wrapped[SEAL_WRAPPED], back[SEAL_PRIVATE];
    seal_wrap(wrapped, secret, "officer:7:password", pair.private_key);
    assert_true(seal_unwrap(back, secret, "officer:7:password", wrapped, &f));
    assert_memory_equal(back, pair.private_key, SEAL_PRIVATE);
    assert_false(seal_unwrap(back, wrong, "officer:7:password", wrapped, &f));
    assert_false(seal_unwrap(back, secret, "officer:8:password", wrapped, &f));
    for (size_t i = 0; i < sizeof wrapped; i++) {
        wrapped[i] ^= 0x40;
        assert_false(seal_unwrap(back, secret, "officer:7:password", wrapped, &f));
        wrapped[i] ^= 0x40;
    }
    assert_true(seal_unwrap(back, secret, "officer:7:password", wrapped, &f));
}

static void boxes_open_with_their_key_alone(void **state)
{
    (void)state;
    struct fail f;
    unsigned char key[32] = {1}, wrong[32] = {2};
    struct seal_bytes out = {0}, boxed = seal_box(m, key, "name", "证书.pdf", 10);
    assert_true(seal_unbox(m, key, "name", boxed.data, boxed.len, &out, &f));
    assert_string_equal((char *)out.data, "证书.pdf");
    assert_false(seal_unbox(m, wrong, "name", boxed.data, boxed.len, &out, &f));
    assert_false(seal_unbox(m, key, "names", boxed.data, boxed.len, &out, &f));
    for (size_t n = 0; n < boxed.len; n++)
        assert_false(seal_unbox(m, key, "name", boxed.data, n, &out, &f));
    boxed.data[boxed.len - 1] ^= 1;
    assert_false(seal_unbox(m, key, "name", boxed.data, boxed.len, &out, &f));
}

#define CHUNKS 4

/* Four chunks, the last one empty. */
static void close_file(struct seal_bytes *head, struct seal_bytes chunk[CHUNKS])
{
    static const char *const parts[CHUNKS] = {"the first part", "the second part", "the third part", ""};
    struct seal_stream *s = seal_stream_close(m, pair.public_key, "attachment:1", head);
    for (int i = 0; i < CHUNKS; i++)
        chunk[i] = seal_stream_push(s, m, parts[i], strlen(parts[i]), i == CHUNKS - 1);
}

/* Reads chunks in the order of `order` ("0123"); true if all came and the last one said so. */
static bool read_file(const struct seal_bytes *head, const struct seal_bytes *chunk, const char *order,
                      const char *context)
{
    struct fail f;
    struct seal_stream *s = seal_stream_open(m, &pair, context, head->data, head->len, &f);
    bool last = false;
    if (s == NULL)
        return false;
    for (; *order != '\0'; order++) {
        struct seal_bytes out;
        const struct seal_bytes *c = &chunk[*order - '0'];
        if (!seal_stream_pull(s, m, c->data, c->len, &out, &last, &f))
            return false;
    }
    return last;
}

static void files_open_only_whole_and_in_order(void **state)
{
    (void)state;
    struct seal_bytes head, chunk[CHUNKS], head2, chunk2[CHUNKS], mixed[CHUNKS];
    close_file(&head, chunk);
    close_file(&head2, chunk2);
    static const struct { const char *order; bool good;
    } rows[] = {{"0123", true},  {"", false},      {"0", false},     {"012", false},   {"3", false},
                {"123", false},  {"023", false},   {"013", false},   {"1023", false},  {"0213", false},
                {"0132", false}, {"00123", false}, {"01233", false}, {"01230", false}, {"3210", false}};
    for (size_t i = 0; i < ROWS(rows); i++)
        assert_int_equal(read_file(&head, chunk, rows[i].order, "attachment:1"), rows[i].good);
    assert_false(read_file(&head, chunk, "0123", "attachment:2"));
    assert_false(read_file(&head2, chunk, "0123", "attachment:1"));
    for (int from = 0; from < CHUNKS; from++) {
        memcpy(mixed, chunk, sizeof mixed);
        mixed[from] = chunk2[from];
        assert_false(read_file(&head, mixed, "0123", "attachment:1"));
    }
    for (size_t i = 0; i < head.len; i++) {
        head.data[i] ^= 1;
        assert_false(read_file(&head, chunk, "0123", "attachment:1"));
        head.data[i] ^= 1;
    }
    for (int c = 0; c < CHUNKS; c++)
        for (size_t i = 0; i < chunk[c].len; i++) {
            chunk[c].data[i] ^= 0x80;
            assert_false(read_file(&head, chunk, "0123", "attachment:1"));
            chunk[c].data[i] ^= 0x80;
        }
    head.len--;
    assert_false(read_file(&head, chunk, "0123", "attachment:1"));
    head.len++;
    assert_true(read_file(&head, chunk, "0123", "attachment:1"));
}

static void a_broken_chunk_ends_the_reading(void **state)
{
    (void)state;
    struct fail f;
    struct seal_bytes head, chunk[CHUNKS], out;
    bool last;
    close_file(&head, chunk);
    struct seal_stream *s = seal_stream_open(m, &pair, "attachment:1", head.data, head.len, &f);
    assert_false(seal_stream_pull(s, m, chunk[1].data, chunk[1].len, &out, &last, &f));
    assert_false(seal_stream_pull(s, m, chunk[0].data, chunk[0].len, &out, &last, &f));
    assert_null(seal_stream_open(m, &other, "attachment:1", head.data, head.len, &f));
}

static void a_whole_chunk_passes_and_no_more(void **state)
{
    (void)state;
    struct fail f;
    struct seal_bytes head, out;
    bool last;
    unsigned char *chunk = mem_alloc(m, SEAL_CHUNK + SEAL_CHUNK_MORE + 1);
    memset(chunk, 'x', SEAL_CHUNK);
    struct seal_stream *s = seal_stream_close(m, pair.public_key, "a", &head);
    struct seal_bytes sealed = seal_stream_push(s, m, chunk, SEAL_CHUNK, true);
    assert_int_equal(sealed.len, SEAL_CHUNK + SEAL_CHUNK_MORE);
    s = seal_stream_open(m, &pair, "a", head.data, head.len, &f);
    assert_false(seal_stream_pull(s, m, chunk, SEAL_CHUNK + SEAL_CHUNK_MORE + 1, &out, &last, &f));
    assert_false(seal_stream_pull(s, m, chunk, SEAL_CHUNK_MORE - 1, &out, &last, &f));
    assert_true(seal_stream_pull(s, m, sealed.data, sealed.len, &out, &last, &f));
    assert_true(last);
    assert_memory_equal(out.data, chunk, SEAL_CHUNK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_closed_opens),
        cmocka_unit_test(a_seal_with_any_byte_changed_stays_shut),
        cmocka_unit_test(elsewhere_and_for_others_it_stays_shut),
        cmocka_unit_test(nothing_is_sealed_for_a_key_that_all_can_open),
        cmocka_unit_test(a_seed_always_gives_the_same_pair),
        cmocka_unit_test(wrapped_keys_open_with_their_secret_alone),
        cmocka_unit_test(boxes_open_with_their_key_alone),
        cmocka_unit_test(files_open_only_whole_and_in_order),
        cmocka_unit_test(a_broken_chunk_ends_the_reading),
        cmocka_unit_test(a_whole_chunk_passes_and_no_more),
    };
    return cmocka_run_group_tests_name("seal", tests, start, end);
}
