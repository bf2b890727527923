// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-uid.h"

#include <string.h>

static void
test_uid_order (void)
{
  ClinchUid previous;

  clinch_uid_new (&previous);
  for (int i = 0; i < 20000; i++)
    {
      ClinchUid next;

      clinch_uid_new (&next);
      g_assert_cmpint (memcmp (&previous, &next, sizeof next), <, 0);
      g_assert_cmpint (next.bytes[6] >> 4, ==, 7);
      g_assert_cmpint (next.bytes[8] >> 6, ==, 2);
      previous = next;
    }
}

static void
test_uid_text (void)
{
  /* The example of RFC 9562, appendix A.6. */
  const guint8 random[10] = { 0x7c, 0xc3, 0x98, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f };
  ClinchUid uid;
  ClinchUid again;
  char text[CLINCH_UID_STRING_SIZE];

  clinch_uid_new_at (&uid, G_GINT64_CONSTANT (0x017f22e279b0), random);
  clinch_uid_to_string (&uid, text);
  g_assert_cmpstr (text, ==, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  g_assert_true (clinch_uid_parse ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F", &again));
  g_assert_cmpmem (&uid, sizeof uid, &again, sizeof again);
}

static void
test_uid_refuses (void)
{
  const char *bad[] = {
    "", "x", "017f22e2", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
    "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      ClinchUid uid;

      g_assert_false (clinch_uid_parse (bad[i], &uid));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/uid/order", test_uid_order);
  g_test_add_func ("/uid/text", test_uid_text);
  g_test_add_func ("/uid/refuses", test_uid_refuses);
  return g_test_run ();
}
