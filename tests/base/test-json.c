// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-json.h"

#include <json-glib/json-glib.h>

static void
test_json_string (void)
{
  struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "abc", "\"abc\"" },
    { "杭钢 MES", "\"杭钢 MES\"" },
    { "say \"hi\" \\ bye", "\"say \\\"hi\\\" \\\\ bye\"" },
    { "a\nb\tc\rd\be\ff", "\"a\\nb\\tc\\rd\\be\\ff\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"" },
    { "</script>/", "\"</script>/\"" },
    { "\xe2\x80\xa8\xe2\x80\xa9", "\"\xe2\x80\xa8\xe2\x80\xa9\"" },
    { "bad \xff end", "\"bad \xef\xbf\xbd end\"" },
    { "%s%n", "\"%s%n\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) out = g_string_new ("x:");

      clinch_json_append_string (out, cases[i].text);
      g_assert_true (g_str_has_prefix (out->str, "x:"));
      g_assert_cmpstr (out->str + 2, ==, cases[i].expected);
    }
}

static void
test_json_int (void)
{
  const gint64 numbers[] = { 0, 7, -7, 10, 1795406400, G_MAXINT64, G_MININT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(GString) out = g_string_new ("x:");
      g_autofree char *expected = g_strdup_printf ("x:%" G_GINT64_FORMAT, numbers[i]);

      clinch_json_append_int (out, numbers[i]);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

/* Every character of the first planes comes back from another program's reader. */
static void
test_json_round_trip (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) error = NULL;

  for (gunichar c = 1; c < 0x21000; c++)
    {
      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }

  clinch_json_append_string (out, text->str);
  node = json_from_string (out->str, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_node_get_string (node), ==, text->str);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/json/string", test_json_string);
  g_test_add_func ("/json/int", test_json_int);
  g_test_add_func ("/json/round-trip", test_json_round_trip);
  return g_test_run ();
}
