// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "bench-timer.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

gint64
bench_time (void)
{
  static int fd = -2;
  struct timespec now;
  char text[64];
  const char *waited;
  gssize length;

  /* The kernel's account of this thread: time on a processor, time waited for one, turns. */
  if (fd == -2)
    fd = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  length = fd >= 0 ? pread (fd, text, sizeof text - 1, 0) : 0;
  text[MAX (length, 0)] = '\0';
  waited = strchr (text, ' ');
  clock_gettime (CLOCK_MONOTONIC, &now);

  return (gint64) now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec -
         (waited != NULL ? g_ascii_strtoll (waited + 1, NULL, 10) : 0);
}

static BenchFunc before_each;
static gpointer before_data;

void
bench_before_each (BenchFunc func,
                   gpointer  data)
{
  before_each = func;
  before_data = data;
}

static gint64
run_once (BenchFunc func,
          gpointer  data,
          int       round)
{
  gint64 start;

  if (before_each != NULL)
    before_each (before_data, round);
  start = bench_time ();
  func (data, round);
  return bench_time () - start;
}

static void
print_times (const char *name,
             const char *side,
             GArray     *times)
{
  g_print ("%s %s", name, side);
  for (guint i = 0; i < times->len; i++)
    g_print (" %" G_GINT64_FORMAT, g_array_index (times, gint64, i));
  g_print ("\n");
}

static char **chosen;
static gboolean alone;

void
bench_choose (char **names)
{
  chosen = names;
}

void
bench_leave_out_limits (void)
{
  alone = TRUE;
}

void
bench_compare (const char *name,
               BenchFunc   ours,
               gpointer    ours_data,
               BenchFunc   limit,
               gpointer    limit_data,
               int         n_rounds)
{
  g_autoptr(GArray) our_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) limit_times = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (chosen != NULL && *chosen != NULL && !g_strv_contains ((const char *const *) chosen, name))
    return;

  for (int i = 0; i <= n_rounds; i++)
    {
      gint64 our_time = 0;
      gint64 limit_time = 0;

      /* Whoever goes second finds the file in the system's cache. */
      if (i % 2 == 1)
        our_time = run_once (ours, ours_data, i);
      if (!alone)
        limit_time = run_once (limit, limit_data, i);
      if (i % 2 == 0)
        our_time = run_once (ours, ours_data, i);

      if (i == 0)
        continue;
      g_array_append_val (our_times, our_time);
      g_array_append_val (limit_times, limit_time);
    }
  print_times (name, "ours", our_times);
  if (!alone)
    print_times (name, "limit", limit_times);
}

void
bench_check (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("%s: %s\n", g_get_prgname (), error->message);
  exit (1);
}
