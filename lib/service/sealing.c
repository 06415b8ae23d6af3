/* sealing: see sealing.h. */
#include "sealing.h"

#include <jansson.h>
#include <string.h>

#include "keyring.h"
#include "scan.h"
#include "secret.h"

/* The object's text; takes the object. */
static char *json_text(struct mem *m, json_t *object)
{
    size_t n = json_dumpb(object, NULL, 0, JSON_COMPACT);
    char *text = mem_alloc(m, n + 1);
    json_dumpb(object, text, n, JSON_COMPACT);
    json_decref(object);
    return text;
}

static bool seal_for(struct mem *m, struct db *db, enum keyring_purpose purpose, const char *receipt, const char *what, json_t *object,
                     struct db_blob *out, struct fail *f)
{
    unsigned char key[SEAL_PUBLIC];
    char *text = json_text(m, object);
    if (!keyring_public(db, purpose, key, f))
        return false;
    struct seal_bytes sealed = seal_close(m, key, mem_printf(m, "objection:%s:%s", receipt, what), text, strlen(text));
    *out = (struct db_blob){ sealed.data, sealed.len };
    return true;
}

/* E-mail if there is one, else a mobile phone; a land line gets no messages. */
static const char *channel_of(const struct sealing_in *in, const char **to, char mobile[12])
{
    *to = NULL;
    if (in->kind == OBJECTION_ANONYMOUS)
        return NULL;
    if (in->email[0]) {
        *to = in->email;
        return "EMAIL";
    }
    if (!scan_mobile(in->phone, mobile))
        return NULL;
    *to = mobile;
    return "SMS";
}

static bool seal_contact(struct mem *m, struct db *db, const struct sealing_in *in, const char *receipt, const unsigned char *tag_key,
                         struct sealing *out, struct fail *f)
{
    const char *to;
    char mobile[12];
    out->channel = channel_of(in, &to, mobile);
    if (!out->channel)
        return true;
    unsigned char tag[SECRET_HASH];
    char *word = mem_printf(m, "%s:%s", out->channel, to);
    secret_mac(tag, tag_key, "gs-contact", word, strlen(word));
    memcpy(out->contact_tag, tag, sizeof out->contact_tag);
    return seal_for(m, db, KEYRING_NOTIFY, receipt, "contact", json_pack("{s:s, s:s}", "channel", out->channel, "to", to), &out->contact, f);
}

static json_t *person_object(const struct sealing_in *in)
{
    json_t *o = in->kind == OBJECTION_UNIT ? json_pack("{s:s, s:s, s:s}", "kind", "UNIT", "unit", in->unit, "head", in->head)
                                           : json_pack("{s:s}", "kind", "PERSON");
    json_object_set_new(o, "name", json_string(in->name));
    json_object_set_new(o, "phone", json_string(in->phone));
    json_object_set_new(o, "email", json_string(in->email));
    if (in->address[0])
        json_object_set_new(o, "address", json_string(in->address));
    return o;
}

bool sealing_close(struct mem *m, struct db *db, const struct sealing_in *in, const char *receipt, const unsigned char *tag_key,
                   struct sealing *out, struct fail *f)
{
    json_t *said = json_pack("{s:s, s:s}", "grounds", in->grounds, "statement", in->statement);
    *out = (struct sealing){ .channel = NULL };
    if (!seal_for(m, db, KEYRING_CASE, receipt, "text", said, &out->text, f))
        return false;
    return in->kind == OBJECTION_ANONYMOUS || (seal_for(m, db, KEYRING_IDENTITY, receipt, "person", person_object(in), &out->person, f) &&
                                               seal_contact(m, db, in, receipt, tag_key, out, f));
}

void sealing_number(char receipt[RECEIPT_NUMBER])
{
    uint64_t random;
    secret_random(&random, sizeof random);
    receipt_number(random % UINT64_C(10000000000), receipt);
}

void sealing_code(const struct token *token, unsigned char key_hash[32], unsigned char answer_key[SEAL_PUBLIC],
                  char shown[RECEIPT_CODE_SHOWN])
{
    unsigned char code[RECEIPT_CODE_BYTES], seed[32];
    struct seal_pair answers;
    token_lookup_code(token, code);
    token_code_hash(code, key_hash);
    token_answer_seed(code, seed);
    seal_pair_from_seed(&answers, seed);
    memcpy(answer_key, answers.public_key, SEAL_PUBLIC);
    receipt_code_show(code, shown);
    secret_wipe(&answers, sizeof answers);
    secret_wipe(seed, sizeof seed);
    secret_wipe(code, sizeof code);
}
