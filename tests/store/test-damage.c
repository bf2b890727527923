// SPDX-License-Identifier: GPL-3.0-or-later
//
// One byte of the file is another one, in each of many places: on opening or by the check it is
// found, or it means nothing, and nothing crashes.
#include "clinch-check.h"
#include "clinch-log.h"
#include "clinch-test-disk.h"
#include "clinch-test-store.h"

#include <sqlite3.h>
#include <string.h>

#define FLIPS_PER_TABLE 16
#define FLIPS_ANYWHERE 60

/* The log, the records, and what is counted from them. */
static const char *const tables[] = {
  "step", "change", "customer", "contact", "opportunity", "follow_up", "stage_move", "member",
  "stage", "setting", "stage_total",
};

static ClinchTestStore *
new_filled (void)
{
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autoptr(ClinchTxn) txn = NULL;
  gint64 step;

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=杭钢 %d", i);
      g_autofree char *amount = g_strdup_printf ("amount=%d00", i);

      clinch_test_store_insert (test,
                                clinch_test_row (CLINCH_KIND_CUSTOMER, name, "industry=Steel",
                                                 "revenue=5000", NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "name=王建国",
                                                       "mobile=13800000000", NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "name=MES", amount,
                                                       "next-date=2026-11-23", NULL));
      clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=Hello",
                                                       "opportunity=1", "customer=1", NULL));
      clinch_test_store_insert (test,
                                clinch_test_row (CLINCH_KIND_STAGE_MOVE, "opportunity=1",
                                                 "to-stage=2", "moved=1770000000", NULL));
    }
  clinch_test_store_update (test, 1, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "amount=250", NULL));
  step = clinch_test_store_delete (test, CLINCH_KIND_CONTACT, 2);
  txn = clinch_test_store_begin (test);
  g_assert_true (clinch_log_undo (txn, step, NULL));
  clinch_test_store_commit (g_steal_pointer (&txn));
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, 1);

  return test;
}

static void
append_row (GString      *out,
            const char   *table,
            sqlite3_stmt *statement)
{
  for (int i = 0; i < sqlite3_column_count (statement); i++)
    {
      const guchar *bytes = sqlite3_column_blob (statement, i);
      int length = sqlite3_column_bytes (statement, i);

      g_string_append_printf (out, "%s.%s ", table, sqlite3_column_name (statement, i));
      for (int j = 0; j < length; j++)
        g_string_append_printf (out, "%02x", bytes[j]);
      g_string_append_c (out, '\n');
    }
}

/* All that the tables say, a value a line; or NULL where they cannot be read. */
static char *
dump (ClinchDb *db)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);
      sqlite3_stmt *statement = NULL;
      int code = sqlite3_prepare_v2 (clinch_db_handle (db), sql, -1, &statement, NULL);

      if (code != SQLITE_OK)
        return NULL;
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        append_row (out, tables[i], statement);
      sqlite3_finalize (statement);
      if (code != SQLITE_DONE)
        return NULL;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where two dumps part. */
static char *
first_difference (const char *one,
                  const char *other)
{
  g_auto(GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto(GStrv) others = g_strsplit (other, "\n", -1);
  int i = 0;

  while (lines[i] != NULL && others[i] != NULL && g_str_equal (lines[i], others[i]))
    i++;

  return g_strdup_printf ("“%s”, “%s”", lines[i], others[i]);
}

typedef enum
{
  REFUSED,
  FOUND,
  HARMLESS,
  N_OUTCOMES
} Outcome;

static Outcome
look_at (ClinchTestStore *test,
         const char      *expected,
         const char      *where)
{
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  file = clinch_workspace_file_open (test->directory, FALSE, TRUE, "zh", &error);
  if (file == NULL)
    {
      g_assert_true (error->domain == CLINCH_STORE_ERROR);
      return REFUSED;
    }
  findings = clinch_check_run (file->db, NULL, NULL, &error);
  g_assert_no_error (error);
  if (findings->len > 0)
    return FOUND;

  found = dump (file->db);
  g_assert_nonnull (found);
  if (!g_str_equal (found, expected))
    {
      g_autofree char *difference = first_difference (expected, found);

      g_error ("%s: nothing was found, and the data is another: %s", where, difference);
    }
  return HARMLESS;
}

/* A place between @begin and @end at which something stands. */
static gsize
pick_byte (const char *data,
           gsize       begin,
           gsize       end)
{
  gsize offset;

  do
    offset = g_test_rand_int_range (begin, end);
  while (data[offset] == '\0');

  return offset;
}

/* Alters @n bytes of a part of the file, each by itself. */
static void
flip_bytes (ClinchTestStore *test,
            const char      *expected,
            const char      *what,
            char            *data,
            gsize            length,
            gsize            begin,
            gsize            end,
            int              n)
{
  g_autofree char *path = g_build_filename (test->directory, "workspace.db", NULL);
  int outcomes[N_OUTCOMES] = { 0 };

  for (int i = 0; i < n; i++)
    {
      gsize offset = pick_byte (data, begin, end);
      char flip = g_test_rand_int_range (1, 256);
      g_autofree char *where = g_strdup_printf ("%s, byte %d xor %d", what, (int) offset,
                                                (guchar) flip);

      data[offset] ^= flip;
      g_assert_true (g_file_set_contents (path, data, length, NULL));
      data[offset] ^= flip;
      outcomes[look_at (test, expected, where)]++;
    }
  g_test_message ("%s: %d refused, %d found, %d harmless", what, outcomes[REFUSED],
                  outcomes[FOUND], outcomes[HARMLESS]);
}

static void
test_damage_byte (void)
{
  g_autoptr(ClinchTestStore) test = new_filled ();
  g_autofree char *path = g_build_filename (test->directory, "workspace.db", NULL);
  g_autofree char *expected = dump (test->db);
  g_autofree char *data = NULL;
  gint64 page_size = clinch_test_store_int (test, "PRAGMA page_size");
  gint64 roots[G_N_ELEMENTS (tables)];
  gsize length;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    roots[i] = clinch_test_store_int (test,
                                      "SELECT rootpage FROM sqlite_schema WHERE name = '%s'",
                                      tables[i]);
  clinch_test_store_close (test);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    flip_bytes (test, expected, tables[i], data, length, (roots[i] - 1) * page_size,
                roots[i] * page_size, FLIPS_PER_TABLE);
  flip_bytes (test, expected, "all", data, length, 0, length, FLIPS_ANYWHERE);
}

int
main (int    argc,
      char **argv)
{
  int status;

  clinch_test_disk_mount (64);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store/damage/byte", test_damage_byte);

  status = g_test_run ();
  clinch_test_disk_unmount ();

  return status;
}
