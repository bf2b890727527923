// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-test"

#include "config.h"

#include "clinch-import-file.h"
#include "clinch-log.h"
#include "clinch-test-import.h"
#include "clinch-vcard-reader.h"
#include "clinch-vcard-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_LINE 75

static ClinchTable *
read_bytes (const char *content,
            gsize       length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (content, length);
  g_autoptr(GError) error = NULL;
  ClinchTable *table = clinch_vcard_read_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return table;
}

/* A row as "name|customer|title|department|mobile|phone|email|wechat|note", with the birthday
 * behind it if there is one, or its problem. */
static char *
dup_row (ClinchTable *table,
         guint        row)
{
  char *problem = clinch_table_dup_row_problem (table, row);
  g_autoptr(GString) out = g_string_new (NULL);

  if (problem != NULL)
    return problem;
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "|" : "",
                            i < clinch_table_get_n_columns (table)
                            ? clinch_table_get_cell (table, row, i) : "");
  if (clinch_table_get_n_columns (table) > 9 && *clinch_table_get_cell (table, row, 9) != '\0')
    g_string_append_printf (out, "|%s", clinch_table_get_cell (table, row, 9));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  const char *name;
  const char *body;
  const char *row;
} Case;

static const Case cases[] = {
  /* clang-format off */
  { "chinese name, family first", "VERSION:3.0\nFN:敏 王\nN:王;敏;;;", "王敏||||||||" },
  { "shown name without a space counts", "VERSION:3.0\nFN:欧阳娜娜\nN:娜娜;欧阳;;;", "欧阳娜娜||||||||" },
  { "no shown name", "VERSION:2.1\nN:王;敏", "王敏||||||||" },
  { "western name", "VERSION:2.1\nN:Smith;John;Q.;Dr.;Jr.", "Dr. John Q. Smith Jr.||||||||" },
  { "company and departments", "FN:王敏\nORG:杭钢股份;信息中心;软件部\nTITLE:总监\nROLE:采购负责人",
    "王敏|杭钢股份|总监|信息中心 / 软件部|||||Function: 采购负责人" },
  { "role without title", "FN:王敏\nROLE:采购", "王敏||采购||||||" },
  { "numbers", "FN:A\nTEL;TYPE=WORK,VOICE:0571-8888\nTEL;TYPE=CELL:13800001111\nTEL;TYPE=CELL,PREF:13900002222\nTEL;TYPE=WORK,FAX:0571-9999",
    "A||||13900002222|0571-8888|||Mobile: 13800001111\nFax: 0571-9999" },
  { "bare types of 2.1", "VERSION:2.1\nN:A\nTEL;CELL:138\nTEL;HOME;VOICE:010-1", "A||||138|010-1|||" },
  { "number without a type", "FN:A\nTEL:+86 138-0000-1111\nTEL:010 12345678", "A||||+86 138-0000-1111|010 12345678|||" },
  { "tel: of 4.0", "VERSION:4.0\nFN:A\nTEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+86-571-8888;ext=12", "A|||||+86-571-8888;ext=12|||" },
  { "mails", "FN:A\nEMAIL;TYPE=INTERNET:b@x.cn\nitem1.EMAIL;type=pref:a@x.cn\nEMAIL:a@x.cn", "A||||||a@x.cn||Email: b@x.cn" },
  { "wechat by name", "FN:A\nX-WECHAT:wx1\nX-QQ:10001", "A|||||||wx1|QQ: 10001" },
  { "wechat by service", "FN:A\nIMPP;X-SERVICE-TYPE=WeChat:x-apple:wx2\nIMPP;X-SERVICE-TYPE=QQ:x-apple:10002", "A|||||||wx2|QQ: 10002" },
  { "wechat by scheme", "VERSION:4.0\nFN:A\nIMPP:wechat:wx3", "A|||||||wx3|" },
  { "wechat by label", "FN:A\nitem2.IMPP:x-apple:wx4\nitem2.X-ABLabel:微信", "A|||||||wx4|" },
  { "wechat as a social profile", "FN:A\nX-SOCIALPROFILE;type=wechat:x-apple:wx5", "A|||||||wx5|" },
  { "chinese address", "FN:A\nADR;TYPE=WORK:;;半山路178号;杭州市;浙江省;310022;中国", "A||||||||Address: 中国浙江省杭州市半山路178号 310022" },
  { "western address", "FN:A\nADR:;;1 Main St;Springfield;IL;62701;USA", "A||||||||Address: 1 Main St, Springfield, IL, 62701, USA" },
  { "note with escapes", "FN:A\nNOTE:one\\, two\\; three\\nfour \\\\ five", "A||||||||one, two; three\nfour \\ five" },
  { "website", "FN:A\nURL:https://x.cn/a", "A||||||||Website: https://x.cn/a" },
  { "birthday", "VERSION:3.0\nFN:A\nBDAY:1980-05-01", "A|||||||||1980-05-01" },
  { "birthday of 2.1", "VERSION:2.1\nN:A\nBDAY:19800501", "A|||||||||1980-05-01" },
  { "birthday with a time", "VERSION:3.0\nFN:A\nBDAY;VALUE=date-time:1980-05-01T00:00:00Z", "A|||||||||1980-05-01" },
  { "birthday of 4.0 with a time", "VERSION:4.0\nFN:A\nBDAY:19800501T060000Z", "A|||||||||1980-05-01" },
  { "birthday without a year", "VERSION:4.0\nFN:A\nBDAY:--0501", "A|||||||||--05-01" },
  { "birthday without a year, with hyphens", "VERSION:3.0\nFN:A\nBDAY:--05-01", "A|||||||||--05-01" },
  { "birthday with a year that is none", "VERSION:3.0\nFN:A\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "A|||||||||--02-29" },
  { "birthday by the moon", "VERSION:4.0\nFN:A\nBDAY;CALSCALE=chinese:19800501", "A||||||||Birthday: 19800501" },
  { "birthday in words", "VERSION:4.0\nFN:A\nNOTE:x\nBDAY;VALUE=text:circa 1960", "A||||||||x\nBirthday: circa 1960" },
  { "folded", "FN:A\nNOTE:one t\n wo th\n\tree", "A||||||||one two three" },
  { "quoted-printable", "VERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E6=95=8F;;;\nNOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\n three=3Dfour",
    "王敏||||||||one\ntwo three=four" },
  { "quoted-printable in GBK", "VERSION:2.1\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=C3=F4", "王敏||||||||" },
  { "quoted-printable in GBK, not said", "VERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:=CD=F5;=C3=F4", "王敏||||||||" },
  { "base64 text", "FN;ENCODING=b:546L5pWP", "王敏||||||||" },
  { "picture, indented", "FN:A\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQEASABIAAD\n /2wBDAAMCAgMCAgMDAwMEAwMEBQgF\n BQQEBQoHBwYI=\nTITLE:B", "A||B||||||" },
  { "picture, not indented", "VERSION:2.1\nN:A\nPHOTO;JPEG;ENCODING=BASE64:\n/9j/4AAQSkZJRgABAQEASABIAAD\nBQQEBQoHBwYI==\n\nTITLE:B", "A||B||||||" },
  { "picture as an address", "VERSION:4.0\nFN:A\nPHOTO:data:image/jpeg;base64,/9j/4AAQ\nTITLE:B", "A||B||||||" },
  { "lower case, groups, spaces", "version:3.0\nItem1.fn:A\nitem1.tel;type=cell:138\nitem1.X-ABLabel:_$!<Mobile>!$_", "A||||138||||" },
  { "company's card", "FN:杭钢股份\nORG:杭钢股份\nX-ABShowAs:COMPANY\nTEL;TYPE=MAIN:0571-1", "杭钢股份|杭钢股份||||0571-1|||" },
  { "company's card of 4.0", "VERSION:4.0\nKIND:org\nFN:杭钢股份", "杭钢股份|杭钢股份|||||||" },
  { "company alone", "ORG:杭钢股份\nTEL:0571-1", "杭钢股份|杭钢股份||||0571-1|||" },
  { "assistant's card inside", "VERSION:2.1\nN:A\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:B\nTITLE:C\nEND:VCARD\nTITLE:D", "A||D||||||" },
  { "markup and formulas are text", "FN:A & <b>B</b>\nNOTE:=1+1", "A & <b>B</b>||||||||=1+1" },
  /* clang-format on */
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char * const ends[] = { "\n", "\r\n", "\r" };
      g_auto(GStrv) lines = g_strsplit (cases[i].body, "\n", -1);

      for (gsize end = 0; end < G_N_ELEMENTS (ends); end++)
        {
          g_autofree char *body = g_strjoinv (ends[end], lines);
          g_autofree char *text = g_strconcat ("BEGIN:VCARD", ends[end], body, ends[end],
                                               "END:VCARD", ends[end], NULL);
          g_autoptr(ClinchTable) table = read_bytes (text, strlen (text));
          g_autofree char *row = NULL;

          g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 1);
          row = dup_row (table, 0);
          if (!g_str_equal (row, cases[i].row))
            g_error ("%s: “%s” where “%s” was expected", cases[i].name, row, cases[i].row);
        }
    }
}

/* The same cards in each encoding that phones and desktops write. */
static void
test_encodings (void)
{
  static const char cards[] =
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN:王;敏\r\nORG:杭州钢铁集团有限公司;信息中心\r\nNOTE:喜欢喝茶，女儿在上大学\r\n"
    "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:李雷\r\nEND:VCARD\r\n";
  static const struct
  {
    const char *encoding;
    const char *mark;
    gsize mark_length;
  } encodings[] = {
    { "UTF-8", "", 0 }, { "UTF-8", "\xef\xbb\xbf", 3 }, { "GBK", "", 0 }, { "GB18030", "", 0 },
    { "UTF-16LE", "\xff\xfe", 2 }, { "UTF-16BE", "\xfe\xff", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr(GError) error = NULL;
      gsize length;
      g_autofree char *bytes = g_convert (cards, -1, encodings[i].encoding, "UTF-8", NULL, &length,
                                          &error);
      g_autoptr(GString) file = g_string_new_len (encodings[i].mark, encodings[i].mark_length);
      g_autoptr(ClinchTable) table = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      g_assert_no_error (error);
      g_string_append_len (file, bytes, length);
      table = read_bytes (file->str, file->len);
      g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 2);
      first = dup_row (table, 0);
      second = dup_row (table, 1);
      g_assert_cmpstr (first, ==, "王敏|杭州钢铁集团有限公司||信息中心|||||喜欢喝茶，女儿在上大学");
      g_assert_cmpstr (second, ==, "李雷||||||||");
    }
}

/* A card in GBK behind one in UTF-8, both saying so. */
static void
test_mixed (void)
{
  static const char cards[] =
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8:\xe7\x8e\x8b;\xe6\x95\x8f\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=GB2312:\xcd\xf5;\xc3\xf4\nEND:VCARD\n";
  g_autoptr(ClinchTable) table = read_bytes (cards, sizeof cards - 1);

  g_assert_cmpuint (clinch_table_get_n_rows (table), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *row = dup_row (table, i);

      g_assert_cmpstr (row, ==, "王敏||||||||");
    }
}

static ClinchRow *
make_contact (const char *name,
              const char *note)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CONTACT);

  clinch_uid_parse ("01938b5a-0000-7000-8000-000000000001", &row->uid);
  clinch_row_set_text (row, CLINCH_CONTACT_NAME, name);
  clinch_row_set_text (row, CLINCH_CONTACT_NOTE, note);

  return row;
}

static void
test_written (void)
{
  g_autoptr(ClinchRow) row = make_contact ("欧阳娜娜", "a,b;c\\d\ne");
  g_autoptr(GString) out = g_string_new (NULL);

  clinch_row_set_text (row, CLINCH_CONTACT_MOBILE, "13800001111");
  clinch_row_set_text (row, CLINCH_CONTACT_DEPARTMENT, "信息;中心");
  clinch_row_set_text (row, CLINCH_CONTACT_BIRTHDAY, "1980-03-05");
  clinch_vcard_append (out, CLINCH_VCARD_3_0, row, "杭钢");
  g_assert_cmpstr (out->str, ==,
                   "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:01938b5a-0000-7000-8000-000000000001\r\n"
                   "FN:欧阳娜娜\r\nN:欧阳;娜娜\r\nORG:杭钢;信息\\;中心\r\nTEL;TYPE=CELL:13800001111\r\n"
                   "BDAY:1980-03-05\r\nNOTE:a\\,b\\;c\\\\d\\ne\r\nEND:VCARD\r\n");

  g_string_truncate (out, 0);
  clinch_vcard_append (out, CLINCH_VCARD_4_0, row, "杭钢");
  g_assert_nonnull (strstr (out->str, "VERSION:4.0\r\nUID:urn:uuid:01938b5a-"));
  g_assert_nonnull (strstr (out->str, "TEL;TYPE=cell:13800001111\r\n"));
  g_assert_nonnull (strstr (out->str, "BDAY:19800305\r\n"));
}

static void
test_birthday_written (void)
{
  g_autoptr(ClinchRow) row = make_contact ("A", NULL);
  g_autoptr(GString) out = g_string_new (NULL);

  clinch_row_set_text (row, CLINCH_CONTACT_BIRTHDAY, "--02-29");
  clinch_vcard_append (out, CLINCH_VCARD_3_0, row, NULL);
  g_assert_nonnull (strstr (out->str, "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\r\n"));
  g_string_truncate (out, 0);
  clinch_vcard_append (out, CLINCH_VCARD_4_0, row, NULL);
  g_assert_nonnull (strstr (out->str, "BDAY:--0229\r\n"));
}

static void
test_folding (void)
{
  g_autoptr(GString) note = g_string_new ("x");
  g_autoptr(ClinchRow) row = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append (note, "客户😀");
  row = make_contact ("A", note->str);
  clinch_vcard_append (out, CLINCH_VCARD_3_0, row, NULL);

  lines = g_strsplit (out->str, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 15);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, MAX_LINE);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
}

static const char * const hard_names[] = {
  "王敏", "王 敏", "王敏 (财务)", "John Smith", "Smith, John; Jr.", "总机", "A\\nB", "张 三 丰", "😀 Emoji",
  "欧阳", "Müller-Lüdenscheidt", "tel:1", "=1+1", "山田 太郎",
};

static void
add_contacts (ClinchTestStore *test)
{
  ClinchTxn *txn = clinch_test_store_begin (test);
  g_autoptr(ClinchRow) customer = clinch_row_new (CLINCH_KIND_CUSTOMER);
  g_autoptr(GError) error = NULL;

  clinch_test_store_fill (test->db, customer);
  clinch_row_set_text (customer, CLINCH_CUSTOMER_NAME, "杭钢,股份;有限公司");
  clinch_txn_insert (txn, customer, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (hard_names); i++)
    {
      g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_CONTACT);

      clinch_row_set_text (row, CLINCH_CONTACT_NAME, hard_names[i]);
      clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, customer->id);
      clinch_row_set_text (row, CLINCH_CONTACT_TITLE, i % 2 == 0 ? "总监,主任" : NULL);
      clinch_row_set_text (row, CLINCH_CONTACT_DEPARTMENT, "研发; 测试 / 运维");
      clinch_row_set_text (row, CLINCH_CONTACT_MOBILE, i % 3 == 0 ? NULL : "+86 138 0000 0000");
      clinch_row_set_text (row, CLINCH_CONTACT_PHONE, i % 3 == 0 ? "13900001111" : "0571-1 转 2");
      clinch_row_set_text (row, CLINCH_CONTACT_EMAIL, "a+b@x.cn");
      clinch_row_set_text (row, CLINCH_CONTACT_WECHAT, "wx:id=1");
      clinch_row_set_text (row, CLINCH_CONTACT_BIRTHDAY, i % 3 == 0 ? "1980-03-05"
                           : i % 3 == 1 ? "--02-29" : NULL);
      clinch_row_set_text (row, CLINCH_CONTACT_NOTE, "第一行\n\n第三行,有;逗号\\与反斜杠 \\n 😀");
      clinch_txn_insert (txn, row, &error);
      g_assert_no_error (error);
    }
  clinch_test_store_commit (txn);
}

static char **
list_contacts (ClinchTestStore *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = clinch_db_load_rows (test->db, &error, CLINCH_KIND_CONTACT,
                                                   "WHERE deleted_at IS NULL ORDER BY uid", "");
  g_autoptr(GStrvBuilder) out = g_strv_builder_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ClinchRow *row = rows->pdata[i];
      gint64 customer_id = clinch_row_int (row, CLINCH_CONTACT_CUSTOMER);
      g_autofree char *customer = clinch_db_name_of (test->db, CLINCH_KIND_CUSTOMER, customer_id);
      guint64 mask = ~(G_GUINT64_CONSTANT (1) << CLINCH_CONTACT_CUSTOMER);
      g_autofree char *json = clinch_row_to_json (row, mask, FALSE);
      char uid[CLINCH_UID_STRING_SIZE];

      clinch_uid_to_string (&row->uid, uid);
      g_strv_builder_take (out, g_strdup_printf ("%s %s %s", uid, customer, json));
    }

  return g_strv_builder_end (out);
}

/* What is exported and imported into an empty workspace is equal; importing it once more finds all
 * of it there. */
static void
test_round_trip (gconstpointer data)
{
  ClinchVcardVersion version = GPOINTER_TO_INT (data);
  ClinchTestStore *from = clinch_test_store_new ("zh");
  ClinchTestStore *to = clinch_test_store_new ("zh");
  g_autofree char *path = g_build_filename (from->directory, "people.vcf", NULL);
  g_autoptr(GError) error = NULL;
  GStatBuf info;
  guint n_cards;

  add_contacts (from);
  clinch_vcard_export (from->db, CLINCH_KIND_NONE, 0, version, path, &n_cards, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_cards, ==, G_N_ELEMENTS (hard_names));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr(ClinchTable) table = clinch_import_read_file (path, NULL, NULL, &error);
      g_autoptr(ClinchImportPlan) plan = NULL;
      g_autoptr(ClinchImportResult) result = NULL;
      g_auto(GStrv) expected = list_contacts (from);
      g_auto(GStrv) got = NULL;

      g_assert_no_error (error);
      plan = clinch_test_plan (to, g_steal_pointer (&table), CLINCH_KIND_NONE);
      g_assert_cmpint (clinch_import_plan_get_kind (plan), ==, CLINCH_KIND_CONTACT);
      result = clinch_test_import (to, plan, NULL);
      clinch_test_assert_counts (result, turn == 0 ? n_cards : 0, 0, turn == 0 ? 0 : n_cards, 0);
      g_assert_cmpuint (result->n_made[CLINCH_KIND_CUSTOMER], ==, turn == 0 ? 1 : 0);
      got = list_contacts (to);
      for (guint i = 0; i < n_cards; i++)
        g_assert_cmpstr (got[i], ==, expected[i]);
    }

  clinch_test_store_free (from);
  clinch_test_store_free (to);
}

/* A step as any import: customers are made, a bad card is a row left out, undo takes all away. */
static void
test_import (void)
{
  static const char cards[] =
    "BEGIN:VCARD\nVERSION:3.0\nFN:王敏\nORG:杭钢股份\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:李雷\nORG:杭钢股份有限公司\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nFN:无单位\nEND:VCARD\n";
  ClinchTestStore *test = clinch_test_store_new ("zh");
  g_autofree char *before = clinch_test_state (test);
  g_autofree char *after = NULL;
  g_autofree char *problems = NULL;
  g_autoptr(ClinchImportPlan) plan = NULL;
  g_autoptr(ClinchImportResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ClinchTxn *txn;
  gint64 step;

  plan = clinch_test_plan (test, read_bytes (cards, strlen (cards)), CLINCH_KIND_NONE);
  clinch_import_plan_set_missing_customer (plan, "待定客户");
  result = clinch_test_import (test, plan, &step);
  clinch_test_assert_counts (result, 3, 0, 0, 1);
  problems = clinch_test_problems (result);
  g_assert_nonnull (strstr (problems, "6: Card 2, line 6: It names neither a person"));
  clinch_test_assert_text (test, "待定客户 1, 杭钢股份 2",
                           "SELECT group_concat (line, ', ') FROM (SELECT name || ' ' ||"
                           " contact_count AS line FROM customer WHERE contact_count > 0"
                           " ORDER BY name_key)");

  txn = clinch_test_store_begin (test);
  clinch_log_undo (txn, step, &error);
  g_assert_no_error (error);
  clinch_test_store_commit (txn);
  after = clinch_test_state (test);
  g_assert_cmpstr (after, ==, before);

  clinch_test_store_free (test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vcard/cases", test_cases);
  g_test_add_func ("/vcard/encodings", test_encodings);
  g_test_add_func ("/vcard/mixed", test_mixed);
  g_test_add_func ("/vcard/written", test_written);
  g_test_add_func ("/vcard/birthday-written", test_birthday_written);
  g_test_add_func ("/vcard/folding", test_folding);
  g_test_add_data_func ("/vcard/round-trip/3.0", GINT_TO_POINTER (CLINCH_VCARD_3_0),
                        test_round_trip);
  g_test_add_data_func ("/vcard/round-trip/4.0", GINT_TO_POINTER (CLINCH_VCARD_4_0),
                        test_round_trip);
  g_test_add_func ("/vcard/import", test_import);

  return g_test_run ();
}
