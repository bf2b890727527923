// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-parse-error.h"

#include <string.h>

/* The environment is read once in a process, so each case runs in a process of its own. */

static void
run_with (const char *now,
          const char *path)
{
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "CLINCH_NOW", now, TRUE);

  g_test_trap_subprocess_with_envp (path, (const char * const *) environment, 0,
                                    G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
check_fixed (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (clinch_clock_check (&error));
  g_assert_no_error (error);
  /* date -u -d 2026-11-23T01:00:00Z +%s */
  g_assert_cmpint (clinch_clock_now (), ==, 1795395600);
  g_assert_cmpint (clinch_clock_now_ms (), ==, G_GINT64_CONSTANT (1795395600250));
  g_usleep (2000);
  g_assert_cmpint (clinch_clock_now_ms (), ==, G_GINT64_CONSTANT (1795395600250));
  g_assert_cmpint (g_time_zone_get_offset (clinch_clock_timezone (), 0), ==, 8 * 3600);
}

static void
test_clock_fixed (void)
{
  run_with ("2026-11-23T09:00:00.250+08:00", "/clock/fixed/subprocess");
}

static void
check_before_1970 (void)
{
  g_assert_cmpint (clinch_clock_now (), ==, -1);
  g_assert_cmpint (clinch_clock_now_ms (), ==, -500);
}

static void
test_clock_before_1970 (void)
{
  run_with ("1969-12-31T23:59:59.500Z", "/clock/before-1970/subprocess");
}

/* The day is the one of the place, not of UTC. */
static void
check_today (void)
{
  char today[CLINCH_DATE_SIZE];

  clinch_clock_today (today);
  g_assert_cmpstr (today, ==, "2026-11-23");
}

static void
test_clock_today (void)
{
  run_with ("2026-11-23T00:30:00+08:00", "/clock/today/subprocess");
  run_with ("2026-11-23T23:30:00-08:00", "/clock/today/subprocess");
}

static void
check_wall (void)
{
  gint64 before = g_get_real_time () / 1000;
  gint64 now = clinch_clock_now_ms ();
  gint64 after = g_get_real_time () / 1000;

  g_assert_true (clinch_clock_check (NULL));
  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, after);
  g_assert_cmpint (ABS (clinch_clock_now () - after / 1000), <=, 1);
  g_assert_cmpstr (g_time_zone_get_identifier (clinch_clock_timezone ()), ==, "Asia/Shanghai");
}

static void
test_clock_wall (void)
{
  run_with ("", "/clock/wall/subprocess");
}

static void
check_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (clinch_clock_check (&error));
  g_assert_error (error, CLINCH_PARSE_ERROR, CLINCH_PARSE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, g_getenv ("CLINCH_NOW")));
}

static void
test_clock_refused (void)
{
  const char *bad[] = {
    "tomorrow", "2026-11-23", "2026-11-23T09:00:00", "2026-02-30T09:00:00Z", "1795395600", "%s%n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    run_with (bad[i], "/clock/refused/subprocess");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/clock/fixed", test_clock_fixed);
  g_test_add_func ("/clock/fixed/subprocess", check_fixed);
  g_test_add_func ("/clock/before-1970", test_clock_before_1970);
  g_test_add_func ("/clock/before-1970/subprocess", check_before_1970);
  g_test_add_func ("/clock/today", test_clock_today);
  g_test_add_func ("/clock/today/subprocess", check_today);
  g_test_add_func ("/clock/wall", test_clock_wall);
  g_test_add_func ("/clock/wall/subprocess", check_wall);
  g_test_add_func ("/clock/refused", test_clock_refused);
  g_test_add_func ("/clock/refused/subprocess", check_refused);
  return g_test_run ();
}
