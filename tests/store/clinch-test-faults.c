// SPDX-License-Identifier: GPL-3.0-or-later
//
// Functions of the C library as a program with broken disks has them. The linker prefers those of
// the program to those of the library, also for the libraries it uses; they call the real ones
// unless they are to fail.
#define G_LOG_DOMAIN "clinch-test"

/* Both names of each function are to be seen as they are. */
#undef _FILE_OFFSET_BITS
#define _LARGEFILE64_SOURCE 1

#include "config.h"

#include "clinch-test-faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static struct
{
  char *directory;
  ClinchTestFault fault;
  gboolean stays;
  int left;   /* calls until one fails */
  int struck;
} faults;

const char *
clinch_test_fault_name (ClinchTestFault fault)
{
  static const char *const names[CLINCH_TEST_N_FAULTS] = { "full", "write", "sync", "read",
                                                           "open" };

  return names[fault];
}

void
clinch_test_faults_arm (const char      *directory,
                        ClinchTestFault  fault,
                        int              nth,
                        gboolean         stays)
{
  faults.fault = fault;
  faults.stays = stays;
  faults.struck = 0;
  g_atomic_int_set (&faults.left, nth);
  g_atomic_pointer_set (&faults.directory, g_strdup (directory));
}

int
clinch_test_faults_disarm (void)
{
  g_clear_pointer (&faults.directory, g_free);

  return g_atomic_int_get (&faults.struck);
}

static gboolean
strikes_path (ClinchTestFault  fault,
              const char      *path)
{
  const char *directory = g_atomic_pointer_get (&faults.directory);
  gboolean matches = fault == faults.fault ||
                     (fault == CLINCH_TEST_FAULT_WRITE && faults.fault == CLINCH_TEST_FAULT_FULL);
  int left;

  if (directory == NULL || !matches || !g_str_has_prefix (path, directory))
    return FALSE;
  left = g_atomic_int_add (&faults.left, -1);
  if (left != 1 && (left > 1 || !faults.stays))
    return FALSE;

  g_atomic_int_inc (&faults.struck);
  errno = faults.fault == CLINCH_TEST_FAULT_FULL ? ENOSPC
          : faults.fault == CLINCH_TEST_FAULT_OPEN ? EACCES : EIO;
  return TRUE;
}

static gboolean
strikes (ClinchTestFault fault,
         int             fd)
{
  char link[32];
  char path[4096];
  gssize length;

  if (g_atomic_pointer_get (&faults.directory) == NULL)
    return FALSE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return FALSE;
  path[length] = '\0';

  return strikes_path (fault, path);
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  return strikes (CLINCH_TEST_FAULT_WRITE, fd) ? -1 : REAL (write) (fd, data, length);
}

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      length,
          __off64_t   offset)
{
  return strikes (CLINCH_TEST_FAULT_WRITE, fd) ? -1 : REAL (pwrite64) (fd, data, length, offset);
}

int
ftruncate64 (int       fd,
             __off64_t length)
{
  return strikes (CLINCH_TEST_FAULT_WRITE, fd) ? -1 : REAL (ftruncate64) (fd, length);
}

ssize_t
read (int     fd,
      void   *data,
      size_t  length)
{
  return strikes (CLINCH_TEST_FAULT_READ, fd) ? -1 : REAL (read) (fd, data, length);
}

ssize_t
pread64 (int       fd,
         void     *data,
         size_t    length,
         __off64_t offset)
{
  return strikes (CLINCH_TEST_FAULT_READ, fd) ? -1 : REAL (pread64) (fd, data, length, offset);
}

int
fsync (int fd)
{
  return strikes (CLINCH_TEST_FAULT_SYNC, fd) ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return strikes (CLINCH_TEST_FAULT_SYNC, fd) ? -1 : REAL (fdatasync) (fd);
}

int
rename (const char *from,
        const char *to)
{
  return strikes_path (CLINCH_TEST_FAULT_WRITE, to) ? -1 : REAL (rename) (from, to);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return strikes_path (CLINCH_TEST_FAULT_OPEN, path) ? -1 : REAL (mkdir) (path, mode);
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  mode_t mode;
  va_list arguments;

  va_start (arguments, flags);
  mode = flags & (O_CREAT | O_TMPFILE) ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);

  return strikes_path (CLINCH_TEST_FAULT_OPEN, path) ? -1 : REAL (open64) (path, flags, mode);
}

int
clinch_test_faults_next (int nth)
{
#ifdef __SANITIZE_ADDRESS__
  return nth + 1 + nth / 4;
#else
  return nth + 1 + (nth > 64 ? nth / 8 : 0);
#endif
}
