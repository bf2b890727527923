// SPDX-License-Identifier: GPL-3.0-or-later
#include "config.h"

#include "clinch-launch.h"
#include "clinch-test-window.h"

#include <glib/gstdio.h>

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  char **message = user_data;
  g_autoptr(GError) error = NULL;

  *message = clinch_launch_link_finish (result, &error) ? g_strdup ("") : g_strdup (error->message);
}

static gboolean
is_answered (gpointer data)
{
  return *(char **) data != NULL;
}

static void
assert_refused (const char *link,
                const char *expected)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *message = NULL;

  clinch_launch_link_async (widget, link, NULL, finished_cb, &message);
  clinch_test_wait (is_answered, &message);
  g_assert_cmpstr (message, ==, expected);
}

/* What cannot be opened is told in a sentence. */
static void
test_refused (void)
{
  g_autofree char *gone = g_build_filename (g_get_tmp_dir (), "clinch-no-such-case.pdf", NULL);
  g_autofree char *told =
    g_strdup_printf ("“%s” is not there any more. Change the link to where it is now.", gone);

  assert_refused (gone, told);
  assert_refused ("see the shelf",
                  "“see the shelf” is neither a web page nor a file on this computer.");
  assert_refused ("javascript:alert(1)",
                  "“javascript:alert(1)” is neither a web page nor a file on this computer.");
  assert_refused (NULL, "“” is neither a web page nor a file on this computer.");
}

/* A file that runs is not started, whatever it is called. */
static void
test_programs (void)
{
  static const struct
  {
    const char *name;
    const char *content;
  } programs[] = {
    { "case.sh", "#!/bin/sh\ntouch /tmp/ran\n" },
    { "case.desktop", "[Desktop Entry]\nType=Application\nExec=true\n" },
    { "case", "#!/bin/sh\ntrue\n" },
    { "case.exe", "MZ" },
  };
  g_autofree char *folder = g_dir_make_tmp ("clinch-launch-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_build_filename (folder, programs[i].name, NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      g_autofree char *told =
        g_strdup_printf ("“%s” is not a document, and programs are not started from here.", path);

      g_assert_true (g_file_set_contents (path, programs[i].content, -1, NULL));
      g_chmod (path, 0700);
      assert_refused (path, told);
      assert_refused (uri, told);
      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
test_types (void)
{
  static const struct
  {
    const char *type;
    gboolean is_document;
  } types[] = {
    { "application/pdf", TRUE },
    { "application/vnd.openxmlformats-officedocument.presentationml.presentation", TRUE },
    { "application/vnd.oasis.opendocument.text", TRUE },
    { "application/msword", TRUE },
    { "image/png", TRUE },
    { "video/mp4", TRUE },
    { "text/plain", TRUE },
    { "text/csv", TRUE },
    { "application/x-shellscript", FALSE },
    { "text/x-python", FALSE },
    { "application/x-desktop", FALSE },
    { "application/x-executable", FALSE },
    { "application/x-sharedlib", FALSE },
    { "application/x-msdownload", FALSE },
    { "application/x-java-archive", FALSE },
    { "application/octet-stream", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_test_message ("%s", types[i].type);
      g_assert_cmpint (clinch_launch_is_document_type (types[i].type), ==, types[i].is_document);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinch_test_ui_init (&argc, &argv);

  g_test_add_func ("/launch/refused", test_refused);
  g_test_add_func ("/launch/programs", test_programs);
  g_test_add_func ("/launch/types", test_types);

  return g_test_run ();
}
