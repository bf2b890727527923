// SPDX-License-Identifier: GPL-3.0-or-later
//
// Another process on the same workspace: "hold DIR" keeps it open until its standard input ends,
// "write DIR PREFIX" saves one customer after the other and says so as soon as each is saved, until
// it is killed.
#include "clinch-clock.h"
#include "clinch-txn.h"
#include "clinch-workspace-file.h"

#include <stdio.h>
#include <string.h>

static gboolean
save (ClinchDb    *db,
      const char  *name,
      GError     **error)
{
  g_autoptr(ClinchTxn) txn = clinch_txn_begin (db, clinch_clock_now_ms (), error);
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CUSTOMER);
  g_autoptr(ClinchChangeSet) changes = NULL;

  if (txn == NULL)
    return FALSE;
  clinch_row_set_text (row, CLINCH_CUSTOMER_NAME, name);
  clinch_row_set_text (row, CLINCH_CUSTOMER_NOTE, name);
  clinch_row_set_text (row, CLINCH_CUSTOMER_CURRENCY, "CNY");
  clinch_row_set_int (row, CLINCH_CUSTOMER_OWNER, 1);
  clinch_txn_set_action (txn, "test", NULL);
  if (clinch_txn_insert (txn, row, error) == 0)
    return FALSE;
  changes = clinch_txn_commit (g_steal_pointer (&txn), error);

  return changes != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(ClinchWorkspaceFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (argc < 3)
    return 2;
  file = clinch_workspace_file_open (argv[2], FALSE, FALSE, "en", &error);
  if (file == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  puts ("ready");
  fflush (stdout);
  if (g_str_equal (argv[1], "hold"))
    return getchar () == EOF ? 0 : 1;

  for (int i = 0; argc > 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%d", argv[3], i);

      if (!save (file->db, name, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      puts (name);
      fflush (stdout);
    }

  return 2;
}
