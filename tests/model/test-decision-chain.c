// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinch-clock.h"
#include "clinch-test-language.h"
#include "clinch-test-map.h"

static ClinchChainNotice *
find_notice (const ClinchDecisionChain *chain,
             ClinchFindingKind          kind)
{
  for (guint i = 0; i < chain->notices->len; i++)
    {
      ClinchChainNotice *notice = chain->notices->pdata[i];

      if (notice->finding->kind == kind)
        return notice;
    }

  return NULL;
}

static gboolean
asks (const ClinchDecisionChain *chain,
      const char                *text)
{
  for (guint i = 0; i < chain->questions->len; i++)
    if (g_str_equal (((ClinchChainAsk *) chain->questions->pdata[i])->text, text))
      return TRUE;

  return FALSE;
}

static const ClinchChainFigure *
find_person (const ClinchDecisionChain *chain,
             gint64                     id)
{
  int place = clinch_decision_chain_find (chain, id);

  g_assert_cmpint (place, >=, 0);
  return clinch_decision_chain_person (chain, place);
}

static void
move_to (ClinchTestStore *test,
         const char      *stage)
{
  ClinchRow *row = clinch_row_new (CLINCH_KIND_OPPORTUNITY);

  clinch_row_set_int (row, CLINCH_OPPORTUNITY_STAGE, clinch_test_store_stage (test, stage));
  clinch_test_store_update (test, 1, row);
}

/* An empty map is worth a word in first talks, and an alert once a proposal is made. */
static void
test_map_empty (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(ClinchDecisionChain) early = clinch_test_map_load (test, 1);
  g_autoptr(ClinchDecisionChain) late = NULL;
  g_autoptr(ClinchDecisionChain) whole = NULL;
  ClinchChainNotice *notice = find_notice (early, CLINCH_FINDING_MAP_EMPTY);

  g_assert_cmpint (early->phase, ==, CLINCH_CHAIN_EARLY);
  g_assert_cmpint (notice->finding->severity, ==, CLINCH_SEVERITY_INFO);
  g_assert_cmpstr (notice->title, ==, "The customer map is still empty");
  g_assert_cmpstr (notice->why, ==, "No contact of this customer is known.");
  g_assert_cmpstr (notice->step_label, ==, "Add a Placeholder");
  g_assert_cmpint (early->relation.hundredths, ==, 0);
  g_assert_cmpuint (early->verdicts->len, ==, 12);
  g_assert_cmpstr (early->status_label, ==, "Nobody is known yet");

  move_to (test, "proposal");
  late = clinch_test_map_load (test, 1);
  g_assert_cmpint (late->phase, ==, CLINCH_CHAIN_PROPOSAL);
  g_assert_cmpint (find_notice (late, CLINCH_FINDING_MAP_EMPTY)->finding->severity, ==,
                   CLINCH_SEVERITY_ALERT);
  g_assert_cmpint (find_notice (late, CLINCH_FINDING_NO_DECISION_MAKER)->finding->severity, ==,
                   CLINCH_SEVERITY_ALERT);
  whole = clinch_test_map_load (test, 0);
  g_assert_cmpint (whole->phase, ==, CLINCH_CHAIN_EARLY);
  g_assert_null (whole->opportunity);
}

/* A lost opportunity stood behind all open stages. */
static void
test_phases (void)
{
  static const struct
  {
    const char *stage;
    ClinchChainPhase phase;
  } cases[] = {
    { "first-talks", CLINCH_CHAIN_EARLY },
    { "needs-confirmed", CLINCH_CHAIN_EARLY },
    { "proposal", CLINCH_CHAIN_PROPOSAL },
    { "negotiation", CLINCH_CHAIN_PROPOSAL },
    { "won", CLINCH_CHAIN_PROPOSAL },
    { "lost", CLINCH_CHAIN_PROPOSAL },
  };
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClinchDecisionChain) chain = NULL;

      g_test_message ("%s", cases[i].stage);
      move_to (test, cases[i].stage);
      chain = clinch_test_map_load (test, 1);
      g_assert_cmpint (chain->phase, ==, cases[i].phase);
    }
}

/* The customer's own word holds until the opportunity says something else, field by field. */
static void
test_origins (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 person = clinch_test_map_person (test, "王敏", "采购部", "director");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  g_autoptr(ClinchDecisionChain) whole = NULL;
  const ClinchChainValue *values;

  clinch_test_map_assess (test, person, 0, "role=approver");
  clinch_test_map_assess (test, person, 1, "role=decision-maker");
  clinch_test_map_assess (test, person, 0, "support=doubter");
  clinch_test_map_assess (test, person, 0, "support=supporter");

  chain = clinch_test_map_load (test, 1);
  values = find_person (chain, person)->values;
  g_assert_cmpstr (values[CLINCH_TRAIT_ROLE].code, ==, "decision-maker");
  g_assert_cmpstr (values[CLINCH_TRAIT_ROLE].label, ==, "Decision Maker");
  g_assert_cmpint (values[CLINCH_TRAIT_ROLE].origin, ==, CLINCH_CHAIN_FOR_OPPORTUNITY);
  g_assert_cmpstr (values[CLINCH_TRAIT_SUPPORT].code, ==, "supporter");
  g_assert_cmpint (values[CLINCH_TRAIT_SUPPORT].origin, ==, CLINCH_CHAIN_FOR_CUSTOMER);
  g_assert_cmpint (values[CLINCH_TRAIT_SUPPORT].assessment->id, ==, 4);
  g_assert_null (values[CLINCH_TRAIT_POWER].code);
  g_assert_cmpint (values[CLINCH_TRAIT_POWER].origin, ==, CLINCH_CHAIN_NOT_JUDGED);
  g_assert_null (find_notice (chain, CLINCH_FINDING_NO_DECISION_MAKER));

  whole = clinch_test_map_load (test, 0);
  values = find_person (whole, person)->values;
  g_assert_cmpstr (values[CLINCH_TRAIT_ROLE].code, ==, "approver");
  g_assert_nonnull (find_notice (whole, CLINCH_FINDING_NO_DECISION_MAKER));
}

/* Every code that can be stored is one that the rules know. */
static void
test_codes (void)
{
  for (int trait = 0; trait < CLINCH_N_TRAITS; trait++)
    {
      const ClinchField *field = clinch_kind_field (CLINCH_KIND_ASSESSMENT,
                                                    CLINCH_ASSESSMENT_ROLE + trait);
      const ClinchChoiceValue *values;
      int n_values;

      values = clinch_choice_values (field->choice, &n_values);
      for (int i = 0; i < n_values; i++)
        {
          ClinchAssessment assessment = { 0 };

          g_test_message ("%s", values[i].code);
          g_assert_true (clinch_assessment_set (&assessment, trait, values[i].code));
          g_assert_cmpint (clinch_assessment_get (&assessment, trait), ==, i + 1);
        }
    }
}

/* A call today is worth 3, a visit thirty days ago 6 ÷ 2, both a warmth of 100 × (1 − 2^−0.3). With
 * an executive a visit is worth 10, which halves in sixty days. */
static void
test_matrix (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "采购部", "manager");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "executive");
  gint64 other = clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_MEMBER, "name=刘洋",
                                                                  "role=owner", NULL));
  g_autoptr(ClinchDecisionChain) chain = NULL;
  const ClinchChainMember *first;
  const ClinchChainPair *pair;

  clinch_test_map_log (test, wang, 1, "call", 0);
  clinch_test_map_log (test, wang, other, "visit", 30);
  clinch_test_map_log (test, wang, other, "note", 1);
  clinch_test_map_log (test, zhao, other, "visit", 60);
  chain = clinch_test_map_load (test, 0);
  g_assert_cmpuint (chain->matrix->members->len, ==, 2);
  first = chain->matrix->members->pdata[0];
  g_assert_cmpstr (first->name, ==, "刘洋");
  g_assert_cmpint (first->hundredths, ==, 800);
  /* 100 × (1 − 2^−0.8) */
  g_assert_cmpint (first->warmth, ==, 43);

  pair = clinch_chain_matrix_pair (chain->matrix, 0, clinch_decision_chain_find (chain, wang));
  g_assert_cmpint (pair->hundredths, ==, 300);
  g_assert_cmpint (pair->warmth, ==, 19);
  g_assert_cmpint (pair->n_contacts, ==, 1);
  g_assert_cmpint (pair->last_at, ==, clinch_clock_now () - 30 * G_GINT64_CONSTANT (86400));
  pair = clinch_chain_matrix_pair (chain->matrix, 1, clinch_decision_chain_find (chain, wang));
  g_assert_cmpint (pair->hundredths, ==, 300);
  pair = clinch_chain_matrix_pair (chain->matrix, 1, clinch_decision_chain_find (chain, zhao));
  g_assert_cmpint (pair->n_contacts, ==, 0);
  g_assert_cmpint (pair->last_at, ==, 0);
  g_assert_cmpint (find_person (chain, zhao)->best_member, ==, 0);
  /* All of it: 6 points, 100 × (1 − 2^−0.6). */
  g_assert_cmpint (find_person (chain, wang)->person->warmth, ==, 34);
  g_assert_cmpstr (find_person (chain, wang)->silence, ==, "Last contact today");
  g_assert_cmpstr (find_person (chain, zhao)->silence, ==, "Last contact 60 days ago");
}

/* Who owns the customer is on our side, met or not. */
static void
test_matrix_owner (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 person = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchDecisionChain) chain = clinch_test_map_load (test, 0);

  g_assert_cmpuint (chain->matrix->members->len, ==, 1);
  g_assert_cmpint (((ClinchChainMember *) chain->matrix->members->pdata[0])->id, ==, 1);
  g_assert_cmpint (find_person (chain, person)->best_member, ==, -1);
  g_assert_cmpstr (find_person (chain, person)->silence, ==, "No contact within a year");
}

/* Silent for thirty days where contacts are ten days apart. */
static void
test_rhythm (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 person = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  ClinchChainNotice *notice;

  clinch_test_map_assess (test, person, 0, "power=inner");
  for (int days = 30; days <= 60; days += 10)
    clinch_test_map_log (test, person, 1, "call", days);
  chain = clinch_test_map_load (test, 0);
  g_assert_true (find_person (chain, person)->rhythm->cold);
  g_assert_cmpstr (find_person (chain, person)->silence, ==,
                   "Last contact 30 days ago, usually every 10 days: going cold");
  notice = find_notice (chain, CLINCH_FINDING_GOING_COLD);
  g_assert_cmpstr (notice->title, ==, "王敏 is going cold");
  g_assert_cmpstr (notice->why, ==, "Silent for 30 days; for this person 21 are too many.");
}

static void
test_lines (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  gint64 gone = clinch_test_map_person (test, "离职", "", "");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  const ClinchChainInfluence *line;
  ClinchRow *row = clinch_row_new (CLINCH_KIND_CONTACT);

  clinch_row_set_int (row, CLINCH_CONTACT_REPORTS_TO, zhao);
  clinch_test_store_update (test, wang, row);
  row = clinch_row_new (CLINCH_KIND_CONTACT);
  clinch_row_set_int (row, CLINCH_CONTACT_REPORTS_TO, gone);
  clinch_test_store_update (test, zhao, row);
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_INFLUENCE, "customer=1",
                                                   "from-contact=1",
                                                   "to-contact=2", "type=trusts", "note=老同学", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_INFLUENCE, "customer=1",
                                                   "from-contact=3",
                                                   "to-contact=2", "type=rivals", NULL));
  clinch_test_store_delete (test, CLINCH_KIND_CONTACT, gone);

  chain = clinch_test_map_load (test, 0);
  g_assert_cmpuint (chain->people->len, ==, 2);
  g_assert_cmpint (find_person (chain, wang)->reports_to, ==,
                   clinch_decision_chain_find (chain, zhao));
  g_assert_cmpint (find_person (chain, zhao)->reports_to, ==, -1);
  g_assert_cmpuint (chain->lines->len, ==, 1);
  line = chain->lines->pdata[0];
  g_assert_cmpint (line->from, ==, clinch_decision_chain_find (chain, wang));
  g_assert_cmpint (line->to, ==, clinch_decision_chain_find (chain, zhao));
  g_assert_cmpstr (line->label, ==, "Trusts");
  g_assert_cmpstr (line->note, ==, "老同学");
}

static void
test_facts (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  GPtrArray *facts;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FACT, "text=浙大毕业", "contact=1",
                                                   "source=领英", "confidence=medium",
                                                   "since=2026-10-01", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_FACT, "text=明年退休", "contact=1",
                                                   "since=2026-11-01", NULL));
  chain = clinch_test_map_load (test, 0);
  facts = find_person (chain, wang)->facts;
  g_assert_cmpuint (facts->len, ==, 2);
  g_assert_cmpstr (clinch_row_text (facts->pdata[0], CLINCH_FACT_TEXT), ==, "明年退休");
  g_assert_cmpstr (clinch_row_text (facts->pdata[1], CLINCH_FACT_SOURCE), ==, "领英");
}

/* Decision makers weigh 3: identified and met of 24 points in all make 5 × 6 ÷ 24. */
static void
test_verdicts (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "executive");
  g_autoptr(ClinchDecisionChain) chain = NULL;
  const ClinchChainVerdict *verdict;

  clinch_test_map_assess (test, zhao, 0, "role=decision-maker");
  clinch_test_map_assess (test, zhao, 0, "coverage=brief");
  chain = clinch_test_map_load (test, 0);
  g_assert_cmpint (chain->relation.met_weight, ==, 6);
  g_assert_cmpint (chain->relation.total_weight, ==, 24);
  g_assert_cmpint (chain->relation.hundredths, ==, 125);
  verdict = chain->verdicts->pdata[1];
  g_assert_cmpstr (verdict->title, ==, "We have met a decision maker");
  g_assert_true (verdict->result.met);
  g_assert_cmpint (g_array_index (verdict->people, gint64, 0), ==, zhao);
  g_assert_cmpstr (verdict->why, ==, "True of: 赵总.");
  verdict = chain->verdicts->pdata[2];
  g_assert_false (verdict->result.met);
  g_assert_cmpstr (verdict->why, ==, "Not yet true of: 赵总.");
  verdict = chain->verdicts->pdata[4];
  g_assert_cmpstr (verdict->why, ==, "Nobody has this role yet.");
}

/* The article's own questions, word for word. */
static void
test_chinese (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(ClinchDecisionChain) chain = NULL;

  clinch_test_map_person (test, "王敏", "采购部", "manager");
  clinch_test_map_person (test, "陈工", "技术", "staff");
  clinch_test_map_person (test, "周工", "信息中心", "staff");
  clinch_test_language_use ("zh_CN");
  chain = clinch_test_map_load (test, 1);
  g_assert_true (asks (chain, "这个项目最终谁拍板？"));
  g_assert_true (asks (chain, "我们是不是还需要和采购部门交流？"));
  g_assert_true (asks (chain, "我们是不是还需要和技术部门交流？"));
  g_assert_true (asks (chain, "我们是不是还需要和信息中心交流？"));
  g_assert_true (asks (chain, "我们是不是还需要和高层的人交流？"));
  g_assert_cmpstr (find_notice (chain, CLINCH_FINDING_NO_DECISION_MAKER)->title, ==,
                   "谁有最终决定权还不清楚");
  g_assert_cmpstr (find_notice (chain, CLINCH_FINDING_NO_ROLE)->why, ==, "包括：陈工、王敏、周工。");
  clinch_test_language_use ("en");
}

/* Names are text wherever they come. */
static void
test_hostile_names (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 person = clinch_test_map_person (test, "A & <b>%s%n</b>", "%d <i>", "");
  g_autoptr(ClinchDecisionChain) chain = NULL;

  clinch_test_map_assess (test, person, 0, "role=decision-maker");
  chain = clinch_test_map_load (test, 0);
  g_assert_cmpstr (find_notice (chain, CLINCH_FINDING_DECISION_MAKER_NOT_REACHED)->title, ==,
                   "A & <b>%s%n</b> decides, and we have never met");
  g_assert_true (asks (chain, "Who could introduce us to A & <b>%s%n</b>?"));
  g_assert_true (asks (chain, "Do we need to talk with %d <i> as well?"));
}

/* Of many people the first ones are named. */
static void
test_many_people (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(ClinchDecisionChain) chain = NULL;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%02d", i);

      clinch_test_map_person (test, name, "", "");
    }
  chain = clinch_test_map_load (test, 0);
  g_assert_cmpuint (chain->people->len, ==, 60);
  g_assert_cmpstr (find_notice (chain, CLINCH_FINDING_NO_ROLE)->why, ==,
                   "These are: P00, P01, P02, P03 and 56 more.");
}

/* A circle that came in some other way is shown as it is, and nothing hangs. */
static void
test_circle (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  gint64 wang = clinch_test_map_person (test, "王敏", "", "");
  gint64 zhao = clinch_test_map_person (test, "赵总", "", "");
  g_autoptr(ClinchDecisionChain) chain = NULL;

  clinch_test_store_update (test, wang, clinch_test_row (CLINCH_KIND_CONTACT, "reports-to=2",
                                                         NULL));
  clinch_test_store_update (test, zhao, clinch_test_row (CLINCH_KIND_CONTACT, "reports-to=1",
                                                         NULL));
  chain = clinch_test_map_load (test, 0);
  g_assert_cmpint (find_person (chain, wang)->reports_to, ==,
                   clinch_decision_chain_find (chain, zhao));
  g_assert_cmpint (find_person (chain, zhao)->reports_to, ==,
                   clinch_decision_chain_find (chain, wang));
}

/* Three hundred people and three thousand contacts, ten with each: what it costs stays in sight. */
static void
test_large (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(ClinchDecisionChain) chain = NULL;
  ClinchTxn *txn = clinch_test_store_begin (test);
  gint64 start;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=P%03d", i);
      g_autofree char *department = g_strdup_printf ("department=D%d", i % 12);
      g_autoptr(ClinchRow) contact = clinch_test_row (CLINCH_KIND_CONTACT, name, department,
                                                      "customer=1", NULL);
      g_autoptr(ClinchRow) judged = clinch_test_row (CLINCH_KIND_ASSESSMENT, "customer=1",
                                                     "role=user", "power=strong", NULL);

      g_assert_cmpint (clinch_txn_insert (txn, contact, NULL), !=, 0);
      clinch_row_set_int (judged, CLINCH_ASSESSMENT_CONTACT, contact->id);
      g_assert_cmpint (clinch_txn_insert (txn, judged, NULL), !=, 0);
      for (int j = 0; j < 10; j++)
        {
          g_autoptr(ClinchRow) call = clinch_test_row (CLINCH_KIND_FOLLOW_UP, "text=电话",
                                                       "type=call", "customer=1", "author=1",
                                                       NULL);

          clinch_row_set_int (call, CLINCH_FOLLOW_UP_CONTACT, contact->id);
          clinch_row_set_int (call, CLINCH_FOLLOW_UP_HAPPENED,
                              clinch_clock_now () - (i + 30 * j) * G_GINT64_CONSTANT (86400));
          g_assert_cmpint (clinch_txn_insert (txn, call, NULL), !=, 0);
        }
    }
  clinch_test_store_commit (txn);

  start = g_get_monotonic_time ();
  chain = clinch_test_map_load (test, 1);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (chain->people->len, ==, 300);
  g_assert_cmpuint (chain->coverage->departments->len, ==, 12);
  g_assert_cmpint (clinch_chain_matrix_pair (chain->matrix, 0, 0)->n_contacts, ==, 10);
}

static void
test_refused (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinchDecisionChain) chain = NULL;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_CUSTOMER, "name=宝钢", NULL));
  g_assert_null (clinch_decision_chain_load (test->db, 2, 1, clinch_clock_now (), &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (clinch_decision_chain_load (test->db, 9, 0, clinch_clock_now (), &error));
  g_assert_error (error, CLINCH_STORE_ERROR, CLINCH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  chain = clinch_decision_chain_load (test->db, 0, 1, clinch_clock_now (), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clinch_row_name (chain->customer), ==, "杭钢");
}

static void
test_help (void)
{
  g_autoptr(ClinchTestStore) test = clinch_test_map_store_new ();
  g_autoptr(ClinchDecisionChain) chain = NULL;
  const ClinchChainHelp *help;

  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_HELP_REQUEST, "customer=1",
                                                   "brief=请出面", "asked=1", "state=asked", NULL));
  clinch_test_store_insert (test, clinch_test_row (CLINCH_KIND_HELP_REQUEST, "customer=1",
                                                   "brief=技术交流", "asked=1", "state=done",
                                                   NULL));
  chain = clinch_test_map_load (test, 1);
  g_assert_cmpuint (chain->help->len, ==, 2);
  help = chain->help->pdata[0];
  g_assert_cmpstr (clinch_row_text (help->request, CLINCH_HELP_REQUEST_BRIEF), ==, "请出面");
  g_assert_cmpstr (help->state, ==, "Asked");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_setenv ("CLINCH_NOW", "2026-11-23T09:00:00+08:00", TRUE);
  clinch_test_language_use ("en");

  g_test_add_func ("/decision-chain/map-empty", test_map_empty);
  g_test_add_func ("/decision-chain/phases", test_phases);
  g_test_add_func ("/decision-chain/origins", test_origins);
  g_test_add_func ("/decision-chain/codes", test_codes);
  g_test_add_func ("/decision-chain/matrix", test_matrix);
  g_test_add_func ("/decision-chain/matrix-owner", test_matrix_owner);
  g_test_add_func ("/decision-chain/rhythm", test_rhythm);
  g_test_add_func ("/decision-chain/lines", test_lines);
  g_test_add_func ("/decision-chain/facts", test_facts);
  g_test_add_func ("/decision-chain/verdicts", test_verdicts);
  g_test_add_func ("/decision-chain/chinese", test_chinese);
  g_test_add_func ("/decision-chain/hostile-names", test_hostile_names);
  g_test_add_func ("/decision-chain/many-people", test_many_people);
  g_test_add_func ("/decision-chain/circle", test_circle);
  g_test_add_func ("/decision-chain/large", test_large);
  g_test_add_func ("/decision-chain/refused", test_refused);
  g_test_add_func ("/decision-chain/help", test_help);

  return g_test_run ();
}
