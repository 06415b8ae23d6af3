/* staff: which roles go together and what each may read. */
#include "staff.h"

#include <stddef.h>

#define CASE_SIDE (STAFF_CASE | STAFF_APPROVER | STAFF_REVIEWER)
#define ALL                                                                                                            \
    (STAFF_EDITOR | STAFF_PUBLISHER | STAFF_IDENTITY | STAFF_CASE | STAFF_APPROVER | STAFF_ADMIN | STAFF_AUDITOR |    \
     STAFF_INTAKE | STAFF_REVIEWER)

bool staff_reads_cases(uint32_t roles)
{
    return (roles & CASE_SIDE) != 0;
}

bool staff_reads_identity(uint32_t roles)
{
    return (roles & STAFF_IDENTITY) != 0;
}

bool staff_sees_objections(uint32_t roles)
{
    return staff_reads_cases(roles) || staff_reads_identity(roles) || (roles & STAFF_INTAKE) != 0;
}

bool staff_roles_fit(uint32_t roles)
{
    int sides = staff_reads_cases(roles) + staff_reads_identity(roles) + ((roles & STAFF_ADMIN) != 0) + ((roles & STAFF_INTAKE) != 0);
    return (roles & ~(uint32_t)ALL) == 0 && sides <= 1;
}

const char *staff_role_word(uint32_t role)
{
    switch (role) {
    case STAFF_EDITOR: return "editor";
    case STAFF_PUBLISHER: return "publisher";
    case STAFF_IDENTITY: return "identity";
    case STAFF_CASE: return "case";
    case STAFF_APPROVER: return "approver";
    case STAFF_ADMIN: return "admin";
    case STAFF_AUDITOR: return "auditor";
    case STAFF_INTAKE: return "intake";
    case STAFF_REVIEWER: return "reviewer";
    default: return NULL;
    }
}
