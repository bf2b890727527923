// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-text.h"

#include <string.h>

/* Chinese collation puts Han characters before the alphabets. */
static const char * const ordered[] = {
  "", "2号线", "10号线", "100", "安徽", "北京", "杭钢", "杭州", "欧阳", "张三", "中国电信", "中国移动",
  "apple", "Apple", "banana", "école", "Zebra",
};

static int
sign_of (int value)
{
  return (value > 0) - (value < 0);
}

static void
test_collate_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
        {
          g_autofree char *a = clinch_text_sort_key (ordered[i]);
          g_autofree char *b = clinch_text_sort_key (ordered[j]);
          int expected = sign_of ((int) i - (int) j);

          g_test_message ("%s %s", ordered[i], ordered[j]);
          g_assert_cmpint (sign_of (strcmp (a, b)), ==, expected);
          g_assert_cmpint (sign_of (clinch_text_compare (ordered[i], ordered[j])), ==, expected);
        }
    }
}

static void
test_collate_keys (void)
{
  g_autofree char *missing = clinch_text_sort_key (NULL);
  g_autofree char *empty = clinch_text_sort_key ("");
  g_autofree char *key = clinch_text_sort_key ("杭钢 MES");
  g_autofree char *composed = clinch_text_sort_key ("é");
  g_autofree char *decomposed = clinch_text_sort_key ("e\u0301");
  g_autofree char *broken = clinch_text_sort_key ("a\xff\xfe");
  g_autofree char *long_text = g_strnfill (1000000, 'z');
  g_autofree char *long_key = clinch_text_sort_key (long_text);
  g_autofree char *mid_text = g_strnfill (700, 'z');
  g_autofree char *mid_key = clinch_text_sort_key (mid_text);

  g_assert_cmpstr (missing, ==, "");
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpuint (strspn (key, "0123456789abcdef"), ==, strlen (key));
  g_assert_cmpstr (composed, ==, decomposed);
  g_assert_cmpstr (broken, !=, "");
  g_assert_cmpint (strcmp (mid_key, long_key), <, 0);
  g_assert_cmpint (clinch_text_compare (NULL, "a"), <, 0);
  g_assert_cmpint (clinch_text_compare (NULL, NULL), ==, 0);
}

static gpointer
make_keys (gpointer data)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (int round = 0; round < 500; round++)
    {
      g_string_truncate (all, 0);
      for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
        {
          g_autofree char *key = clinch_text_sort_key (ordered[i]);

          g_string_append (all, key);
        }
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

static void
test_collate_threads (void)
{
  g_autofree char *expected = make_keys (NULL);
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("keys", make_keys, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *keys = g_thread_join (threads[i]);

      g_assert_cmpstr (keys, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/collate/order", test_collate_order);
  g_test_add_func ("/collate/keys", test_collate_keys);
  g_test_add_func ("/collate/threads", test_collate_threads);
  return g_test_run ();
}
