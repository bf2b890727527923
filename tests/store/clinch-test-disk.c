// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-test-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

static char mount_point[] = "/tmp/clinch-disk-XXXXXX";
static gboolean is_mounted;
static gboolean is_limited;

static gboolean
write_map (const char *name,
           const char *text)
{
  g_autofree char *path = g_strconcat ("/proc/self/", name, NULL);
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) > 0;

  if (fd >= 0)
    close (fd);

  return written;
}

/* Root needs no users of its own to mount something; everybody else becomes the root of a name
 * space. */
static gboolean
enter_name_space (void)
{
  g_autofree char *users = g_strdup_printf ("0 %d 1", (int) getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %d 1", (int) getgid ());

  if (getuid () == 0 && unshare (CLONE_NEWNS) == 0)
    return TRUE;

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_map ("setgroups", "deny") &&
         write_map ("uid_map", users) && write_map ("gid_map", groups);
}

void
clinch_test_disk_mount (int megabytes)
{
  g_autofree char *options = g_strdup_printf ("size=%dm,mode=0700", megabytes);

  g_assert_nonnull (g_mkdtemp (mount_point));
  is_mounted = enter_name_space () && mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
               mount ("clinch-test", mount_point, "tmpfs", 0, options) == 0;
  if (!is_mounted)
    g_printerr ("# No name space can be had (%s): sizes of files are limited instead.\n",
                g_strerror (errno));
  signal (SIGXFSZ, SIG_IGN);
  clinch_test_disk_limit_files (FALSE);
  g_setenv ("TMPDIR", mount_point, TRUE);
}

void
clinch_test_disk_limit_files (gboolean limit)
{
  is_limited = limit || !is_mounted;
}

void
clinch_test_disk_unmount (void)
{
  if (is_mounted)
    umount2 (mount_point, MNT_DETACH);
  g_rmdir (mount_point);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

void
clinch_test_disk_fill (gsize left)
{
  g_autofree char *path = g_build_filename (mount_point, "ballast", NULL);
  struct statvfs info;
  gsize size;
  int fd;

  if (is_limited)
    {
      limit_files (left);
      return;
    }

  g_assert_cmpint (statvfs (mount_point, &info), ==, 0);
  size = info.f_bavail * info.f_frsize;
  g_assert_cmpuint (size, >, left);
  fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (posix_fallocate (fd, 0, size - left), ==, 0);
  close (fd);
}

void
clinch_test_disk_free (void)
{
  g_autofree char *path = g_build_filename (mount_point, "ballast", NULL);

  if (is_limited)
    limit_files (RLIM_INFINITY);
  else
    g_assert_cmpint (g_unlink (path), ==, 0);
}
