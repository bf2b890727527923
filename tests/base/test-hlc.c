// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-hlc.h"

#define AT(ms, counter) (((gint64) (ms) << 16) + (counter))

static void
test_hlc_next (void)
{
  struct
  {
    gint64 last;
    gint64 wall_ms;
    gint64 expected;
  } cases[] = {
    { 0, 1795395600000, AT (1795395600000, 0) },
    /* The same millisecond counts, the next one starts again. */
    { AT (1795395600000, 0), 1795395600000, AT (1795395600000, 1) },
    { AT (1795395600000, 7), 1795395600001, AT (1795395600001, 0) },
    /* A clock that was set back, or a device that is ahead. */
    { AT (1795395600000, 7), 1795390000000, AT (1795395600000, 8) },
    /* A full counter goes on in the next millisecond. */
    { AT (1795395600000, 0xffff), 1795395600000, AT (1795395600001, 0) },
    { AT (1795395600000, 0xffff), 1795395600001, AT (1795395600001, 0) },
    /* No time at all. */
    { 0, 0, 1 },
    { 0, -5, 1 },
    { 5, G_MININT64, 6 },
    { 0, G_MAXINT64, AT ((G_GINT64_CONSTANT (1) << 47) - 1, 0) },
    { G_MAXINT64, 1795395600000, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (clinch_hlc_next (cases[i].last, cases[i].wall_ms), ==, cases[i].expected);
}

static void
test_hlc_grows (void)
{
  gint64 last = 0;

  /* A wall clock that stands still for longer than the counter lasts, then jumps about. */
  for (int i = 0; i < 200000; i++)
    {
      gint64 next = clinch_hlc_next (last, i < 150000 ? 1000 : 1000 + (i * 7919) % 50);

      g_assert_cmpint (next, >, last);
      last = next;
    }
  g_assert_cmpint (clinch_hlc_milliseconds (last), <, 1050);
  g_assert_cmpint (clinch_hlc_milliseconds (AT (1795395600123, 0xffff)), ==, 1795395600123);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/hlc/next", test_hlc_next);
  g_test_add_func ("/hlc/grows", test_hlc_grows);
  return g_test_run ();
}
