/* staff: the roles of officers. One officer may hold several, but the case side and the identity side never meet in one
 * person, the administrator holds neither, and who types in letters sees both and works on neither (staff_roles_fit). Bits are stored: never renumber. */
#ifndef GS_MODEL_STAFF_H
#define GS_MODEL_STAFF_H

#include <stdbool.h>
#include <stdint.h>

enum staff_role {
    STAFF_EDITOR = 1,    /* 公示编辑: imports lists, writes notices, keeps unions */
    STAFF_PUBLISHER = 2, /* 发布: checks and publishes what another drafted */
    STAFF_IDENTITY = 4,  /* 核实岗: who the objector is; never the text */
    STAFF_CASE = 8,      /* 承办: the text; never who */
    STAFF_APPROVER = 16, /* 负责人: approves decisions; reads the text */
    STAFF_ADMIN = 32,    /* 系统管理: officers; no key at all */
    STAFF_AUDITOR = 64,  /* 监督: outbox, audit */
    STAFF_INTAKE = 128,  /* 登记岗: types in what came by letter, call or visit; holds no key */
    STAFF_REVIEWER = 256, /* 复核: decides reviews; reads the text */
    STAFF__LAST = STAFF_REVIEWER
};

/* True if one officer may hold these together. */
bool staff_roles_fit(uint32_t roles);
/* The role's key in templates/lang ("Role.editor"): "editor" …; NULL for no single known bit. */
const char *staff_role_word(uint32_t role);
/* Whether a holder needs the case key, the identity key. */
bool staff_reads_cases(uint32_t roles);
bool staff_reads_identity(uint32_t roles);
/* Whether a holder has to do with objections at all, and so may have to step back from one. */
bool staff_sees_objections(uint32_t roles);

#endif
