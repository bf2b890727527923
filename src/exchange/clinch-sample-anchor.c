// SPDX-License-Identifier: GPL-3.0-or-later
//
// The profile, the decision chain and the plan of the customer that every sample has, as
// "anchor_plan" of the words tells them. Days are counted back from today, a date in the future is
// counted forward; people are named by their place in "people".
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-sample-private.h"

typedef gboolean (*ReadFunc) (ClinchSample          *self,
                              ClinchSampleCustomer  *customer,
                              JsonNode              *node,
                              GError               **error);

static const char *
text_at (JsonNode *node,
         guint     index)
{
  return json_array_get_string_element (json_node_get_array (node), index);
}

static int
int_at (JsonNode *node,
        guint     index)
{
  return json_array_get_int_element (json_node_get_array (node), index);
}

static ClinchSampleContact *
person_at (ClinchSampleCustomer *customer,
           JsonNode             *node,
           guint                 index)
{
  guint person = int_at (node, index);

  g_assert (person < customer->n_contacts);
  return &customer->contacts[person];
}

static const char *
member (JsonObject *object,
        const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static gint64
days_ago (ClinchSample *self,
          int           days)
{
  return clinch_sample_work_time (self, self->now - days * CLINCH_SAMPLE_DAY);
}

/* Somebody who is not there yet. Who must exist but is not known has neither number nor address. */
static gboolean
add_person (ClinchSample          *self,
            ClinchSampleCustomer  *customer,
            JsonObject            *object,
            GError               **error)
{
  ClinchSampleContact *contact = &customer->contacts[customer->n_contacts];
  ClinchSampleSeat seat = { member (object, "title"), member (object, "department"),
                            member (object, "level"), customer->n_contacts };
  g_auto(ClinchSamplePerson) person = { 0 };
  g_autoptr(ClinchRow) row = NULL;

  if (member (object, "known") == NULL)
    {
      clinch_sample_names_parse (self->names, member (object, "name"), &person);
      return clinch_sample_add_contact (self, customer, &person, &seat, error);
    }

  row = clinch_row_new (CLINCH_KIND_CONTACT);
  clinch_sample_set_text (row, CLINCH_CONTACT_NAME, member (object, "name"));
  clinch_row_set_int (row, CLINCH_CONTACT_CUSTOMER, customer->id);
  clinch_sample_set_text (row, CLINCH_CONTACT_DEPARTMENT, seat.department);
  clinch_sample_set_text (row, CLINCH_CONTACT_LEVEL, seat.level);
  clinch_sample_set_text (row, CLINCH_CONTACT_KNOWN, member (object, "known"));
  row->created_at = days_ago (self, 60);
  contact->id = clinch_sample_insert (self, row, error);
  contact->called = g_strdup (member (object, "name"));
  contact->department = g_strdup (seat.department);
  customer->n_contacts++;

  return contact->id != 0;
}

static gboolean
add_people (ClinchSample          *self,
            ClinchSampleCustomer  *customer,
            JsonArray             *people,
            GError               **error)
{
  for (guint i = customer->n_contacts; i < json_array_get_length (people); i++)
    if (!add_person (self, customer, json_array_get_object_element (people, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
place_person (ClinchSample          *self,
              ClinchSampleCustomer  *customer,
              guint                  index,
              JsonObject            *object,
              GError               **error)
{
  g_autoptr(ClinchRow) changes = clinch_row_new (CLINCH_KIND_CONTACT);
  int boss = json_object_get_int_member (object, "boss");

  clinch_sample_set_text (changes, CLINCH_CONTACT_LEVEL, member (object, "level"));
  if (boss >= 0)
    clinch_row_set_int (changes, CLINCH_CONTACT_REPORTS_TO, customer->contacts[boss].id);

  return clinch_txn_update (self->txn, customer->contacts[index].id, changes, error);
}

static gboolean
assess (ClinchSample          *self,
        ClinchSampleCustomer  *customer,
        guint                  index,
        gint64                 opportunity_id,
        JsonObject            *object,
        GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_ASSESSMENT);

  clinch_row_set_int (row, CLINCH_ASSESSMENT_CONTACT, customer->contacts[index].id);
  clinch_row_set_int (row, CLINCH_ASSESSMENT_CUSTOMER, customer->id);
  if (opportunity_id != 0)
    clinch_row_set_int (row, CLINCH_ASSESSMENT_OPPORTUNITY, opportunity_id);
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_ROLE, member (object, "role"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_POWER, member (object, "power"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_SUPPORT, member (object, "support"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_COVERAGE, member (object, "coverage"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_ORIENTATION, member (object, "orientation"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_SOURCE, member (object, "source"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_CONFIDENCE, member (object, "confidence"));
  clinch_sample_set_text (row, CLINCH_ASSESSMENT_NOTE, member (object, "note"));
  row->created_at = days_ago (self, opportunity_id != 0 ? 12 : 48);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_deal_assessment (ClinchSample          *self,
                     ClinchSampleCustomer  *customer,
                     JsonNode              *node,
                     GError               **error)
{
  JsonObject *object = json_node_get_object (node);

  return assess (self, customer, json_object_get_int_member (object, "person"), customer->deal,
                 object, error);
}

static gboolean
add_line (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          JsonNode              *node,
          GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_INFLUENCE);

  clinch_row_set_int (row, CLINCH_INFLUENCE_CUSTOMER, customer->id);
  clinch_row_set_int (row, CLINCH_INFLUENCE_FROM, person_at (customer, node, 0)->id);
  clinch_row_set_int (row, CLINCH_INFLUENCE_TO, person_at (customer, node, 1)->id);
  clinch_sample_set_text (row, CLINCH_INFLUENCE_TYPE, text_at (node, 2));
  clinch_sample_set_text (row, CLINCH_INFLUENCE_NOTE, text_at (node, 3));
  row->created_at = days_ago (self, 48);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_fact (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          JsonNode              *node,
          GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_FACT);

  clinch_row_set_int (row, CLINCH_FACT_CONTACT, person_at (customer, node, 0)->id);
  clinch_sample_set_text (row, CLINCH_FACT_TEXT, text_at (node, 1));
  clinch_sample_set_text (row, CLINCH_FACT_SOURCE, text_at (node, 2));
  clinch_sample_set_text (row, CLINCH_FACT_CONFIDENCE, text_at (node, 3));
  clinch_sample_set_day (row, CLINCH_FACT_SINCE, self->today - int_at (node, 4));
  clinch_row_set_int (row, CLINCH_FACT_MEMBER, self->team->sellers[customer->seller].id);
  row->created_at = days_ago (self, int_at (node, 4));

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_tag (ClinchSample          *self,
         ClinchSampleCustomer  *customer,
         JsonNode              *node,
         GError               **error)
{
  return clinch_sample_insert_tag (self, customer, text_at (node, 0), text_at (node, 1),
                                   int_at (node, 2), error);
}

static gboolean
add_objective (ClinchSample          *self,
               ClinchSampleCustomer  *customer,
               JsonNode              *node,
               GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_OBJECTIVE);
  guint32 due = clinch_sample_work_day (self->today + int_at (node, 1), 1);

  clinch_sample_set_text (row, CLINCH_OBJECTIVE_NAME, text_at (node, 0));
  clinch_row_set_int (row, CLINCH_OBJECTIVE_CUSTOMER, customer->id);
  clinch_sample_set_day (row, CLINCH_OBJECTIVE_DUE, due);
  clinch_sample_set_text (row, CLINCH_OBJECTIVE_STATE, text_at (node, 2));
  clinch_row_set_int (row, CLINCH_OBJECTIVE_OWNER, self->team->sellers[customer->seller].id);
  clinch_sample_set_text (row, CLINCH_OBJECTIVE_NOTE, text_at (node, 3));
  row->created_at = days_ago (self, 170);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_help (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          JsonNode              *node,
          GError               **error)
{
  g_autoptr(ClinchRow) row = clinch_row_new (CLINCH_KIND_HELP_REQUEST);
  gboolean is_asked = g_str_equal (text_at (node, 2), "asked");
  guint32 due = clinch_sample_work_day (self->today + int_at (node, 3), 1);

  clinch_row_set_int (row, CLINCH_HELP_REQUEST_CONTACT, person_at (customer, node, 0)->id);
  clinch_sample_set_text (row, CLINCH_HELP_REQUEST_BRIEF, text_at (node, 1));
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_CUSTOMER, customer->id);
  if (customer->deal != 0)
    clinch_row_set_int (row, CLINCH_HELP_REQUEST_OPPORTUNITY, customer->deal);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_ASKED,
                      is_asked ? self->team->manager.id : self->team->presales[0].id);
  clinch_row_set_int (row, CLINCH_HELP_REQUEST_ASKER, self->team->sellers[customer->seller].id);
  clinch_sample_set_text (row, CLINCH_HELP_REQUEST_STATE, text_at (node, 2));
  clinch_sample_set_day (row, CLINCH_HELP_REQUEST_DUE, due);
  clinch_sample_set_text (row, CLINCH_HELP_REQUEST_OUTCOME, text_at (node, 4));
  row->created_at = days_ago (self, is_asked ? 2 : 30);

  return clinch_sample_insert (self, row, error) != 0;
}

static gboolean
add_talk (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          JsonNode              *node,
          GError               **error)
{
  return clinch_sample_add_talk (self, customer, person_at (customer, node, 0), text_at (node, 2),
                                 days_ago (self, int_at (node, 1)), int_at (node, 3),
                                 g_strdup (text_at (node, 4)), error);
}

static gboolean
read_all (ClinchSample          *self,
          ClinchSampleCustomer  *customer,
          const char            *name,
          ReadFunc               read,
          GError               **error)
{
  JsonArray *array = json_object_get_array_member (self->words->anchor_plan, name);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read (self, customer, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

gboolean
clinch_sample_add_anchor_plan (ClinchSample          *self,
                               ClinchSampleCustomer  *customer,
                               GError               **error)
{
  JsonArray *people = json_object_get_array_member (self->words->anchor_plan, "people");

  if (!add_people (self, customer, people, error))
    return FALSE;
  for (guint i = 0; i < customer->n_contacts; i++)
    {
      JsonObject *object = json_array_get_object_element (people, i);

      if (!place_person (self, customer, i, object, error)
          || !assess (self, customer, i, 0, object, error))
        return FALSE;
    }

  return (customer->deal == 0 || read_all (self, customer, "deal", add_deal_assessment, error))
         && read_all (self, customer, "lines", add_line, error)
         && read_all (self, customer, "facts", add_fact, error)
         && read_all (self, customer, "tags", add_tag, error)
         && read_all (self, customer, "objectives", add_objective, error)
         && read_all (self, customer, "help", add_help, error)
         && read_all (self, customer, "talks", add_talk, error)
         && clinch_sample_add_whitespace (self, customer, error);
}
