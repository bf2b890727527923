// SPDX-License-Identifier: GPL-3.0-or-later
//
// Loaded in front of SQLite it makes a fast disk slow, so that somebody can say stop in time.
#include <dlfcn.h>
#include <unistd.h>

typedef struct sqlite3_stmt sqlite3_stmt;

int sqlite3_step (sqlite3_stmt *statement);

int
sqlite3_step (sqlite3_stmt *statement)
{
  static int (*step) (sqlite3_stmt *statement);

  if (step == NULL)
    step = (int (*) (sqlite3_stmt *)) dlsym (RTLD_NEXT, "sqlite3_step");
  usleep (500);

  return step (statement);
}
