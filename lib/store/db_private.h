/* db_private: what db.c and db_statement.c share; for nobody else. */
#ifndef GS_STORE_DB_PRIVATE_H
#define GS_STORE_DB_PRIVATE_H

#include <mysql.h>

#include "db.h"

struct db_prepared {
    const struct db_statement *statement;
    MYSQL_STMT *stmt;
    struct mem *mem;
    struct db_prepared *next;
};

struct db {
    struct mem *mem;
    const char *socket, *user, *password, *password_file, *schema;
    MYSQL *mysql; /* NULL: not connected */
    struct db_prepared *prepared;
    bool in_transaction;
    bool own_clock; /* the server's clock must be its own: no session may set it */
    bool patient;   /* the operator's steps may take their time */
    unsigned error; /* of the last call that failed; 0 after a success */
};

/* Connects if need be. */
bool db_ready(struct db *db, struct fail *f);
/* Closes statements and connection; the next call connects anew. */
void db_drop(struct db *db);
/* Whether an error means that the connection is no use any more, or that the transaction should be tried again. */
bool db_is_lost(unsigned error);
bool db_is_retry(unsigned error);

#endif
