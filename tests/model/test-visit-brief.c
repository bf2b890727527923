// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-test-language.h"
#include "clinch-test-profile.h"
#include "clinch-visit-brief.h"

/* Noon of the 23rd of November 2026 in Shanghai. */
#define NOW 1795406400

static gint64
add_deal (ClinchTestStore *test,
          const char      *name,
          const char      *stage)
{
  g_autofree char *name_word = g_strconcat ("name=", name, NULL);
  g_autofree char *stage_word = g_strdup_printf ("stage=%" G_GINT64_FORMAT,
                                                 clinch_test_store_stage (test, stage));

  return clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=1",
                                                          name_word, stage_word, NULL));
}

static void
add_requirement (ClinchTestStore *test,
                 gint64           deal_id,
                 gint64           contact_id,
                 const char      *name,
                 const char      *importance,
                 const char      *part)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_REQUIREMENT);

  clinch_row_set_int (row, CLINCH_REQUIREMENT_OPPORTUNITY, deal_id);
  clinch_row_set_text (row, CLINCH_REQUIREMENT_NAME, name);
  clinch_row_set_text (row, CLINCH_REQUIREMENT_IMPORTANCE, importance);
  clinch_row_set_text (row, CLINCH_REQUIREMENT_PART, part);
  if (contact_id != 0)
    clinch_row_set_int (row, CLINCH_REQUIREMENT_CONTACT, contact_id);
  clinch_test_store_insert (test, g_steal_pointer (&row));
}

/* What open deals do not answer yet is asked behind what is not known of the people, and of whom
 * asked for it. */
static void
test_requirements (void)
{
  g_autoptr(ClinchTestStore) test = NULL;
  g_autoptr(ClinchVisitBrief) brief = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchBriefQuestion *asked[4];
  gint64 open_id;
  gint64 won_id;
  gint64 contact_id;
  guint n_before;

  clinch_test_language_use ("en");
  test = clinch_test_profile_store_new ();
  contact_id = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CONTACT, "customer=1",
                                                                "name=Li Ting", NULL));
  open_id = add_deal (test, "MES", "first-talks");
  won_id = add_deal (test, "APS", "won");
  add_requirement (test, open_id, 0, "Fast", "could", NULL);
  add_requirement (test, open_id, contact_id, "Offline", "must", NULL);
  add_requirement (test, open_id, contact_id, "Secure", "must", "Part 2");
  add_requirement (test, won_id, contact_id, "Old", "must", NULL);

  brief = clinch_visit_brief_load (test->db, 1, NOW, FALSE, &error);
  g_assert_no_error (error);
  n_before = brief->chain->questions->len;
  g_assert_cmpuint (brief->questions->len, ==, n_before + 4);
  for (guint i = 0; i < n_before; i++)
    g_assert_cmpstr (((const ClinchBriefQuestion *) brief->questions->pdata[i])->text, ==,
                     ((const ClinchChainAsk *) brief->chain->questions->pdata[i])->text);
  for (guint i = 0; i < 4; i++)
    asked[i] = brief->questions->pdata[n_before + i];
  g_assert_cmpstr (asked[0]->text, ==,
                   "Li Ting asked for “Offline” (Must Have): what would satisfy them?");
  g_assert_cmpint (asked[0]->person, ==, contact_id);
  g_assert_cmpstr (asked[1]->text, ==,
                   "“Fast” (Nice to Have) is not answered yet: what would satisfy them?");
  g_assert_cmpint (asked[1]->person, ==, 0);
  /* Behind that, what must be known and only the customer can tell; not what our own figures
   * say. */
  g_assert_cmpstr (asked[2]->text, ==,
                   "“预算” is missing in the profile: 有没有预算，是否已经批下来。");
  g_assert_cmpstr (asked[3]->text, ==, "“采购周期” is missing in the profile: 从立项到签约通常要多久。");
}

/* What is for the customer's industry or a product of an open deal comes before what is for
 * anybody; what is for others does not come. */
static void
test_materials (void)
{
  g_autoptr(ClinchTestStore) test = NULL;
  g_autoptr(ClinchVisitBrief) brief = NULL;
  g_autoptr(GError) error = NULL;
  const ClinchBriefMaterial *last;
  static const char *const expected[] = { "Steel case", "MES news", "Old steel", "Rules", };

  clinch_test_language_use ("en");
  test = clinch_test_profile_store_new ();
  clinch_test_store_update (test, 1,
                            clinch_test_row (CLINCH_KIND_CUSTOMER, "industry=Steel", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_OPPORTUNITY, "customer=1", "name=MES",
                                                   "product=MES", NULL));
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_MATERIAL, "name=Old steel", "type=case",
                                                   "industry=Steel", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MATERIAL, "name=Rules", "type=news",
                                                   "since=2026-11-22", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MATERIAL, "name=Food", "type=case",
                                                   "industry=Food", "since=2026-11-22", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MATERIAL, "name=MES news",
                                                   "type=product", "industry=Cars", "product=MES",
                                                   "since=2026-11-02", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MATERIAL, "name=Steel case",
                                                   "type=case", "industry=Steel",
                                                   "since=2026-11-05", NULL));

  brief = clinch_visit_brief_load (test->db, 1, NOW, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (brief->materials->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < brief->materials->len; i++)
    g_assert_cmpstr (((const ClinchBriefMaterial *) brief->materials->pdata[i])->name, ==,
                     expected[i]);
  g_assert_cmpstr (((const ClinchBriefMaterial *) brief->materials->pdata[0])->about, ==,
                   "Similar Case · Steel · Nov 5");
  g_assert_cmpstr (((const ClinchBriefMaterial *) brief->materials->pdata[0])->shown, ==, "");
  clinch_visit_brief_free (g_steal_pointer (&brief));

  /* What was shown comes last and says when. */
  clinch_test_store_insert (test,
                            clinch_test_row (CLINCH_KIND_FOLLOW_UP, "customer=1", "type=message",
                                             "text=Look", "material=5", "happened=1795100000",
                                             NULL));
  brief = clinch_visit_brief_load (test->db, 1, NOW, FALSE, &error);
  g_assert_no_error (error);
  last = brief->materials->pdata[brief->materials->len - 1];
  g_assert_cmpstr (last->name, ==, "Steel case");
  g_assert_cmpstr (last->shown, ==, "shown Nov 19");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/visit-brief/requirements", test_requirements);

  g_test_add_func ("/visit-brief/materials", test_materials);

  return g_test_run ();
}
