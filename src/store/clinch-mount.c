// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-store"

#include "config.h"

#include "clinch-mount.h"

#include <gio/gunixmounts.h>
#include <linux/magic.h>
#include <sys/vfs.h>

static const guint32 network_magics[] = {
  NFS_SUPER_MAGIC, SMB_SUPER_MAGIC,
  0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, 0x00c36400 /* Ceph */,
  0x01021997 /* 9P */, AFS_SUPER_MAGIC, 0x6b414653 /* kAFS */, CODA_SUPER_MAGIC, NCP_SUPER_MAGIC,
};

/* FUSE serves local disks too (NTFS, encrypted folders), so only those that are known to be
 * elsewhere count. */
static const char *const network_fuse_types[] = {
  "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.s3fs", "fuse.curlftpfs",
  "fuse.glusterfs", "fuse.ceph", "fuse.ceph-fuse", "fuse.cifs", "fuse.smbnetfs", "fuse.onedriver", "fuse.google-drive-ocamlfuse",
  NULL,
};

gboolean
clinch_mount_type_is_network (guint32     magic,
                              const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if (network_magics[i] == magic)
      return TRUE;

  return magic == FUSE_SUPER_MAGIC && type != NULL && g_strv_contains (network_fuse_types, type);
}

gboolean
clinch_mount_is_network (const char *path)
{
  g_autofree char *existing = g_canonicalize_filename (path, NULL);
  struct statfs info;

  /* What does not exist yet will lie where its nearest parent lies. */
  while (statfs (existing, &info) != 0)
    {
      char *parent = g_path_get_dirname (existing);

      if (g_str_equal (parent, existing))
        {
          g_free (parent);
          return FALSE;
        }
      g_free (existing);
      existing = parent;
    }

  if ((guint32) info.f_type == FUSE_SUPER_MAGIC)
    {
      g_autoptr(GUnixMountEntry) mount = g_unix_mount_entry_for (existing, NULL);

      return clinch_mount_type_is_network (info.f_type,
                                           mount != NULL ? g_unix_mount_entry_get_fs_type (mount)
                                           : NULL);
    }

  return clinch_mount_type_is_network (info.f_type, NULL);
}
