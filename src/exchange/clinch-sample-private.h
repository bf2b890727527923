// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-money.h"
#include "clinch-sample.h"
#include "clinch-sample-names.h"
#include "clinch-txn.h"

G_BEGIN_DECLS

#define CLINCH_SAMPLE_DAY G_GINT64_CONSTANT (86400)

/* Days back whose beginnings are looked up once. */
#define CLINCH_SAMPLE_DAYS 1200
/* What happened lies in so many days. */
#define CLINCH_SAMPLE_YEAR 360

/* Who is added to begin with, and who comes to that with the decision chain. */
#define CLINCH_SAMPLE_FIRST_CONTACTS 4
#define CLINCH_SAMPLE_MAX_CONTACTS 20
#define CLINCH_SAMPLE_SELLERS 4
#define CLINCH_SAMPLE_PRESALES 2
#define CLINCH_SAMPLE_MAX_PATH 16

typedef struct
{
  gint64              id;
  ClinchSamplePerson  person;
} ClinchSampleMember;

/**
 * ClinchSampleTeam:
 * @chief: how the members speak of the manager
 */
typedef struct
{
  ClinchSampleMember  manager;
  ClinchSampleMember  sellers[CLINCH_SAMPLE_SELLERS];
  ClinchSampleMember  presales[CLINCH_SAMPLE_PRESALES];
  ClinchSampleMember  marketing;
  char               *chief;
} ClinchSampleTeam;

/**
 * ClinchSampleStage:
 * @phase: what people talk about in it
 * @limit: its time limit in days, or a usual time where it has none
 */
typedef struct
{
  gint64             id;
  ClinchSamplePhase  phase;
  int                limit;
  int                probability;
} ClinchSampleStage;

typedef struct
{
  gint64             id;
  ClinchSampleStage *open;
  guint              n_open;
  ClinchSampleStage  won;
  ClinchSampleStage  lost;
} ClinchSamplePipeline;

/**
 * ClinchSampleSeat:
 * @post: index of their post among those of the industry
 * @level: (nullable): code of their level
 *
 * Where somebody sits.
 */
typedef struct
{
  const char *title;
  const char *department;
  const char *level;
  guint       post;
} ClinchSampleSeat;

/**
 * ClinchSampleContact:
 * @called: what a salesperson writes for them
 * @post: as in #ClinchSampleSeat
 * @boss: whom they report to, 0 for nobody
 * @n_talks: how often somebody spoke with them
 * @last_talk: when that was last
 */
typedef struct
{
  gint64  id;
  char   *called;
  char   *department;
  guint   post;
  gint64  boss;
  guint   n_talks;
  gint64  last_talk;
} ClinchSampleContact;

/**
 * ClinchSampleCorner:
 * @CLINCH_SAMPLE_ORDINARY: as most are
 * @CLINCH_SAMPLE_LARGE: all posts of its decision chain are known
 * @CLINCH_SAMPLE_UNMAPPED: nobody has thought about its decision chain
 * @CLINCH_SAMPLE_NEGLECTED: of high value, but nobody spoke with it for a quarter
 * @CLINCH_SAMPLE_COSTLY: visited often, for nothing
 * @CLINCH_SAMPLE_THIN: hardly anything is known
 *
 * What is special about a customer.
 */
typedef enum
{
  CLINCH_SAMPLE_ORDINARY,
  CLINCH_SAMPLE_LARGE,
  CLINCH_SAMPLE_UNMAPPED,
  CLINCH_SAMPLE_NEGLECTED,
  CLINCH_SAMPLE_COSTLY,
  CLINCH_SAMPLE_THIN,
} ClinchSampleCorner;

/**
 * ClinchSampleCustomer:
 * @seller: index of its account manager in the team
 * @quality: about the score of what is known by tags, 0 to 100
 * @deal: an open opportunity, 0 if there is none
 * @deal_contact: (nullable): its main contact
 * @deal_product: (nullable): what it is about
 */
typedef struct
{
  gint64               id;
  ClinchSampleCompany  company;
  guint                industry;
  guint                seller;
  ClinchSampleCorner   corner;
  int                  quality;
  gint64               created_at;
  const char          *source;
  gint64               deal;
  ClinchSampleContact *deal_contact;
  const char          *deal_product;
  ClinchSampleContact  contacts[CLINCH_SAMPLE_MAX_CONTACTS];
  guint                n_contacts;
} ClinchSampleCustomer;

/**
 * ClinchSamplePlace:
 * @stage: index of an open stage; @n_open for won, @n_open + 1 for lost
 */
typedef struct
{
  guint pipeline;
  guint stage;
} ClinchSamplePlace;

/**
 * ClinchSampleDeal:
 * @path: the stages it stood in
 * @entered: when it came into each
 * @n_path: how many
 * @until: when it was last spoken of, or now
 * @last_talk: what was said last
 * @next_date: Julian day of the next step, 0 for none
 * @next_step: (nullable): the next step
 *
 * An opportunity in the making.
 */
typedef struct
{
  ClinchSampleCustomer *customer;
  ClinchSamplePipeline *pipeline;
  ClinchSampleMember   *owner;
  ClinchSampleContact  *contact;
  ClinchSampleContact  *other;
  ClinchSampleStage    *path[CLINCH_SAMPLE_MAX_PATH];
  gint64                entered[CLINCH_SAMPLE_MAX_PATH];
  guint                 n_path;
  gboolean              is_open;
  gboolean              is_won;
  gboolean              is_anchor;
  gboolean              is_agreed;
  guint                 turn;
  gint64                id;
  gint64                until;
  guint32               next_date;
  const ClinchSampleTalk *last_talk;
  char                 *next_step;
  char                 *name;
  const char           *product;
  const char           *source;
  const char           *rival;
  const char           *reason;
  const char           *currency;
  gint64                amount;
  char                 *amount_text;
  guint32               used[CLINCH_SAMPLE_N_PHASES];
} ClinchSampleDeal;

/**
 * ClinchSample:
 *
 * The work of clinch_sample_fill(). Customers and deals are those of the unit at work. @aside
 * decides what was thought of later, so that everything else stays as it was. @dimensions are those
 * known by tags.
 */
typedef struct
{
  ClinchTxn            *txn;
  ClinchSampleWords    *words;
  ClinchSampleNames    *names;
  ClinchSampleRandom    random;
  ClinchSampleRandom    aside;
  ClinchSampleRandom    needs;
  ClinchSampleRandom    birthdays;
  ClinchMoneyStyle      style;
  guint64               seed;
  gint64                now;
  guint32               today;
  gint64                midnight[CLINCH_SAMPLE_DAYS + 1];
  guint8                salt[3];
  guint32               n_uids;
  guint                 n_numbers;
  ClinchSamplePipeline *pipelines;
  guint                 n_pipelines;
  ClinchSampleTeam     *teams;
  guint                 n_teams;
  guint                 unit;
  ClinchSampleTeam     *team;
  GPtrArray            *dimensions;
  guint                 n_silent_mentors;
  gint64               *material_ids;
  ClinchSampleCustomer  customers[CLINCH_SAMPLE_CUSTOMERS];
} ClinchSample;

/**
 * clinch_sample_insert:
 * @self: a sample
 * @row: a record, with an instant of creation or without
 * @error: where the reason goes
 *
 * Gives the record a uid that depends on the sample's arguments alone and writes it.
 *
 * Returns: its key, 0 on failure
 */
gint64   clinch_sample_insert       (ClinchSample          *self,
                                     ClinchRow             *row,
                                     GError               **error);

/**
 * clinch_sample_set_text:
 * @row: a record
 * @field: a field of it
 * @text: (nullable): clean text
 */
void     clinch_sample_set_text     (ClinchRow             *row,
                                     int                    field,
                                     const char            *text);

/**
 * clinch_sample_read_clock:
 * @self: a sample
 *
 * Looks up the days that the sample lies in.
 */
void     clinch_sample_read_clock   (ClinchSample          *self);

/**
 * clinch_sample_work_time:
 * @self: a sample
 * @instant: an instant of the past years
 *
 * Returns: an instant near it at which people work, not after now; later arguments never give an
 *   earlier one
 */
gint64   clinch_sample_work_time    (ClinchSample          *self,
                                     gint64                 instant);

/**
 * clinch_sample_work_day:
 * @day: a Julian day
 * @direction: -1 or 1
 *
 * Returns: @day, or where it is on a weekend the next day that is not, in that direction
 */
guint32  clinch_sample_work_day     (guint32                day,
                                     int                    direction);

/**
 * clinch_sample_day_of:
 * @self: a sample
 * @instant: an instant of the past years
 *
 * Returns: its Julian day
 */
guint32  clinch_sample_day_of       (ClinchSample          *self,
                                     gint64                 instant);

/**
 * clinch_sample_set_day:
 * @row: a record
 * @field: a date field of it
 * @day: a Julian day, 0 for none
 */
void     clinch_sample_set_day      (ClinchRow             *row,
                                     int                    field,
                                     guint32                day);

/**
 * clinch_sample_load_pipelines:
 * @self: a sample
 * @error: %CLINCH_STORE_ERROR_REFUSED if there is none to work with
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_load_pipelines (ClinchSample        *self,
                                       GError             **error);

/**
 * clinch_sample_add_teams:
 * @self: a sample
 * @error: where the reason goes
 *
 * Adds teams and members and makes an account manager of the first team “me”.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_teams    (ClinchSample          *self,
                                     GError               **error);

/**
 * clinch_sample_add_customers:
 * @self: a sample
 * @error: where the reason goes
 *
 * Adds the customers of the unit and their contacts.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_customers (ClinchSample         *self,
                                      GError              **error);

/**
 * clinch_sample_add_contact:
 * @self: a sample
 * @customer: a customer with room for a contact
 * @person: who
 * @seat: what they are there
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_contact  (ClinchSample              *self,
                                     ClinchSampleCustomer      *customer,
                                     const ClinchSamplePerson  *person,
                                     const ClinchSampleSeat    *seat,
                                     GError                   **error);

/**
 * clinch_sample_clear_customers:
 * @self: a sample
 *
 * Forgets the customers of the unit.
 */
void     clinch_sample_clear_customers (ClinchSample       *self);

/**
 * clinch_sample_add_deals:
 * @self: a sample
 * @error: where the reason goes
 *
 * Adds the opportunities of the unit with their stage moves and follow-ups.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_deals    (ClinchSample          *self,
                                     GError               **error);

/**
 * clinch_sample_route_deal:
 * @self: a sample
 * @deal: an opportunity; its place in life is filled in
 * @place: where it stands now
 *
 * Decides which way an opportunity has come and when, and what is to happen next.
 */
void     clinch_sample_route_deal   (ClinchSample            *self,
                                     ClinchSampleDeal        *deal,
                                     const ClinchSamplePlace *place);

/**
 * clinch_sample_talk_about:
 * @self: a sample
 * @deal: an opportunity that is stored
 * @error: where the reason goes
 *
 * Adds the follow-ups of an opportunity; the last one says what its next step says.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_talk_about   (ClinchSample          *self,
                                     ClinchSampleDeal      *deal,
                                     GError               **error);

/**
 * clinch_sample_say_next:
 * @self: a sample
 * @deal: an opportunity
 *
 * Puts the next step of an open opportunity into words, if it has one.
 */
void     clinch_sample_say_next     (ClinchSample          *self,
                                     ClinchSampleDeal      *deal);

/**
 * clinch_sample_keep_in_touch:
 * @self: a sample
 * @customer: a customer
 * @error: where the reason goes
 *
 * Adds follow-ups that concern no opportunity.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_keep_in_touch (ClinchSample         *self,
                                      ClinchSampleCustomer *customer,
                                      GError              **error);

/**
 * clinch_sample_say_of:
 * @self: a sample
 * @customer: a customer
 * @contact: a contact of it
 * @template: a text about them, with slots such as {who} and {product}
 *
 * Returns: (transfer full): the text
 */
char    *clinch_sample_say_of       (ClinchSample          *self,
                                     ClinchSampleCustomer  *customer,
                                     ClinchSampleContact   *contact,
                                     const char            *template);

/**
 * clinch_sample_add_talk:
 * @self: a sample
 * @customer: a customer
 * @contact: a contact of it
 * @way: code of the follow-up's type
 * @at: when it was
 * @minutes: how long it took, 0 if nobody noted it
 * @text: (transfer full): what was said
 * @error: where the reason goes
 *
 * Adds a follow-up of the account manager that concerns no opportunity.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_talk     (ClinchSample          *self,
                                     ClinchSampleCustomer  *customer,
                                     ClinchSampleContact   *contact,
                                     const char            *way,
                                     gint64                 at,
                                     int                    minutes,
                                     char                  *text,
                                     GError               **error);

/**
 * clinch_sample_is_silent:
 * @self: a sample
 * @customer: a customer
 * @at: an instant
 *
 * Returns: whether nobody spoke with the customer then, though somebody should have
 */
gboolean clinch_sample_is_silent    (ClinchSample               *self,
                                     const ClinchSampleCustomer *customer,
                                     gint64                      at);

/**
 * clinch_sample_add_chain:
 * @self: a sample
 * @customer: a customer with its opportunities and talks
 * @error: where the reason goes
 *
 * Adds who reports to whom and how each of them stands, as far as somebody found out.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_chain    (ClinchSample          *self,
                                     ClinchSampleCustomer  *customer,
                                     GError               **error);

/**
 * clinch_sample_load_dimensions:
 * @self: a sample
 * @error: where the reason goes
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_load_dimensions (ClinchSample       *self,
                                        GError            **error);

/**
 * clinch_sample_add_profile:
 * @self: a sample
 * @customer: a customer
 * @error: where the reason goes
 *
 * Adds what is known of the customer by tags, and the plan for it.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_profile  (ClinchSample          *self,
                                     ClinchSampleCustomer  *customer,
                                     GError               **error);

/**
 * clinch_sample_insert_tag:
 * @self: a sample
 * @customer: a customer
 * @dimension: code of a dimension
 * @tag: code of a tag of it
 * @days: since so many days
 * @error: where the reason goes
 *
 * Does nothing if the workspace does not have the tag.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_insert_tag   (ClinchSample          *self,
                                     ClinchSampleCustomer  *customer,
                                     const char            *dimension,
                                     const char            *tag,
                                     int                    days,
                                     GError               **error);

/**
 * clinch_sample_fill_needs:
 * @self: a sample
 * @deal: an opportunity in the making
 * @row: its record
 *
 * Sets what it waits for and, where it has ended, how likely its owner thought it.
 */
void     clinch_sample_fill_needs     (ClinchSample     *self,
                                       ClinchSampleDeal *deal,
                                       ClinchRow        *row);

/**
 * clinch_sample_add_requirements:
 * @self: a sample
 * @deal: an opportunity that is stored
 * @error: where the reason goes
 *
 * Adds what the customer asks for, once it has been spoken of.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_requirements (ClinchSample      *self,
                                         ClinchSampleDeal  *deal,
                                         GError           **error);

/**
 * clinch_sample_add_materials:
 * @self: a sample
 * @error: where the reason goes
 *
 * Adds what can be shown to customers.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_materials  (ClinchSample  *self,
                                       GError       **error);

/**
 * clinch_sample_share_material:
 * @self: a sample
 * @customer: a customer
 * @row: a follow-up there in the making
 *
 * Lets some messages and mails carry what suits the customer.
 */
void     clinch_sample_share_material (ClinchSample               *self,
                                       const ClinchSampleCustomer *customer,
                                       ClinchRow                  *row);

/**
 * clinch_sample_add_targets:
 * @self: a sample
 * @error: where the reason goes
 *
 * Adds targets and forecasts of this month, quarter and year and of those before, once all
 * opportunities are there.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_targets    (ClinchSample  *self,
                                       GError       **error);

/**
 * clinch_sample_add_whitespace:
 * @self: a sample
 * @customer: a customer
 * @error: where the reason goes
 *
 * Adds what could be sold where.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_whitespace (ClinchSample         *self,
                                       ClinchSampleCustomer *customer,
                                       GError              **error);

/**
 * clinch_sample_add_anchor_plan:
 * @self: a sample
 * @customer: the customer that every sample has
 * @error: where the reason goes
 *
 * Adds the profile, the decision chain and the plan that instructions and demonstrations speak of.
 *
 * Returns: %TRUE on success
 */
gboolean clinch_sample_add_anchor_plan (ClinchSample         *self,
                                        ClinchSampleCustomer *customer,
                                        GError              **error);

G_END_DECLS
