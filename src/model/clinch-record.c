// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-model"

#include "config.h"

#include "clinch-record.h"

#include "clinch-money.h"

#include <string.h>

/* Property ids: the fixed ones, then a value for each field, then a name for each field that is a
 * reference. */
enum
{
  PROP_0,
  PROP_ID,
  PROP_LOADED,
  PROP_DELETED,
  PROP_DISPLAY_NAME,
  PROP_CUSTOMER_GRADE,
  N_FIXED_PROPS
};

#define PROP_OF_FIELD(field) (N_FIXED_PROPS + (field))
#define PROP_OF_NAME(field) (N_FIXED_PROPS + CLINCH_MAX_FIELDS + (field))

typedef struct
{
  gint64 id;
  ClinchLoadedRow *loaded;
} ClinchRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinchRecord, clinch_record, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GParamSpec *fixed_properties[N_FIXED_PROPS];
static GParamSpec *field_properties[CLINCH_N_KINDS][CLINCH_MAX_FIELDS];
static GParamSpec *name_properties[CLINCH_N_KINDS][CLINCH_MAX_FIELDS];

ClinchLoadedRow *
clinch_loaded_row_new (ClinchRow          *row,
                       guint64             named,
                       const char *const  *names,
                       const char         *customer_grade,
                       int                 stage_probability)
{
  gsize grade_size = customer_grade != NULL ? strlen (customer_grade) + 1 : 0;
  gsize size = grade_size;
  ClinchLoadedRow *loaded;
  char *text;
  int n_fields;

  clinch_kind_fields (row->kind, &n_fields);
  for (guint64 left = named; left != 0; left &= left - 1)
    size += strlen (names[__builtin_ctzll (left)]) + 1;

  loaded = g_malloc (sizeof *loaded + n_fields * sizeof (char *) + size);
  memset (loaded->names, 0, n_fields * sizeof (char *));
  loaded->row = row;
  loaded->stage_probability = stage_probability;
  text = (char *) &loaded->names[n_fields];
  loaded->customer_grade = grade_size > 0 ? memcpy (text, customer_grade, grade_size) : NULL;
  text += grade_size;
  for (guint64 left = named; left != 0; left &= left - 1)
    {
      int i = __builtin_ctzll (left);

      loaded->names[i] = text;
      text = g_stpcpy (text, names[i]) + 1;
    }

  return loaded;
}

void
clinch_loaded_row_free (ClinchLoadedRow *loaded)
{
  clinch_row_unref (loaded->row);
  g_free (loaded);
}

static const ClinchRow *
get_row (ClinchRecord *self)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);

  return priv->loaded != NULL ? priv->loaded->row : NULL;
}

static void
get_field (ClinchRecord *self,
           int           field,
           GValue       *value)
{
  if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, clinch_record_get_int (self, field));
  else
    g_value_set_string (value, clinch_record_get_text (self, field));
}

static void
clinch_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ClinchRecord *self = CLINCH_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, clinch_record_get_id (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, clinch_record_is_loaded (self));
      break;
    case PROP_DELETED:
      g_value_set_boolean (value, clinch_record_is_deleted (self));
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, clinch_record_get_name (self));
      break;
    case PROP_CUSTOMER_GRADE:
      g_value_set_string (value, clinch_record_get_customer_grade (self));
      break;
    default:
      if (prop_id >= (guint) PROP_OF_NAME (0))
        g_value_set_string (value,
                            clinch_record_get_reference_name (self, prop_id - PROP_OF_NAME (0)));
      else
        get_field (self, prop_id - PROP_OF_FIELD (0), value);
    }
}

static void
clinch_record_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (CLINCH_RECORD (object));

  switch (prop_id)
    {
    case PROP_ID:
      priv->id = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_record_finalize (GObject *object)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (CLINCH_RECORD (object));

  g_clear_pointer (&priv->loaded, clinch_loaded_row_free);

  G_OBJECT_CLASS (clinch_record_parent_class)->finalize (object);
}

static void
clinch_record_class_init (ClinchRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = clinch_record_get_property;
  object_class->set_property = clinch_record_set_property;
  object_class->finalize = clinch_record_finalize;

  fixed_properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                  | G_PARAM_STATIC_STRINGS);
  fixed_properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  fixed_properties[PROP_DELETED] = g_param_spec_boolean ("deleted", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  fixed_properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, "",
                                                             G_PARAM_READABLE
                                                             | G_PARAM_STATIC_STRINGS);
  fixed_properties[PROP_CUSTOMER_GRADE] = g_param_spec_string ("customer-grade", NULL, NULL, NULL,
                                                               G_PARAM_READABLE
                                                               | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_FIXED_PROPS, fixed_properties);

  /**
   * ClinchRecord::changed:
   * @self: a record
   *
   * Its row is new.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
clinch_record_init (ClinchRecord *self)
{
}

/* One class for each kind, whose properties come from the kind's table of fields. */
static void
class_init_for_kind (gpointer klass,
                     gpointer class_data)
{
  ClinchKind kind = GPOINTER_TO_INT (class_data);
  const ClinchField *fields;
  int n_fields;

  CLINCH_RECORD_CLASS (klass)->kind = kind;
  /* GObject does not inherit these. */
  G_OBJECT_CLASS (klass)->get_property = clinch_record_get_property;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

      field_properties[kind][i] = clinch_field_is_integer (&fields[i])
        ? g_param_spec_int64 (fields[i].name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags)
        : g_param_spec_string (fields[i].name, NULL, NULL, NULL, flags);
      g_object_class_install_property (klass, PROP_OF_FIELD (i), field_properties[kind][i]);

      if (fields[i].type == CLINCH_FIELD_REFERENCE)
        {
          g_autofree char *name = g_strconcat (fields[i].name, "-name", NULL);

          name_properties[kind][i] = g_param_spec_string (g_intern_string (name), NULL, NULL, "",
                                                          flags);
          g_object_class_install_property (klass, PROP_OF_NAME (i), name_properties[kind][i]);
        }
    }
}

static void
init_instance (GTypeInstance *instance,
               gpointer       klass)
{
}

GType
clinch_record_type_for_kind (ClinchKind kind)
{
  static const char *const type_names[CLINCH_N_KINDS] = {
    [CLINCH_KIND_MEMBER] = "ClinchMember",
    [CLINCH_KIND_TEAM] = "ClinchTeam",
    [CLINCH_KIND_CUSTOMER] = "ClinchCustomer",
    [CLINCH_KIND_CONTACT] = "ClinchContact",
    [CLINCH_KIND_PIPELINE] = "ClinchPipeline",
    [CLINCH_KIND_STAGE] = "ClinchStage",
    [CLINCH_KIND_OPPORTUNITY] = "ClinchOpportunity",
    [CLINCH_KIND_FOLLOW_UP] = "ClinchFollowUp",
    [CLINCH_KIND_STAGE_MOVE] = "ClinchStageMove",
    [CLINCH_KIND_SAVED_VIEW] = "ClinchSavedView",
    [CLINCH_KIND_SETTING] = "ClinchSetting",
    [CLINCH_KIND_DIMENSION] = "ClinchDimension",
    [CLINCH_KIND_TAG] = "ClinchTag",
    [CLINCH_KIND_CUSTOMER_TAG] = "ClinchCustomerTag",
    [CLINCH_KIND_GRADE_RULE] = "ClinchGradeRule",
    [CLINCH_KIND_ASSESSMENT] = "ClinchAssessment",
    [CLINCH_KIND_INFLUENCE] = "ClinchInfluence",
    [CLINCH_KIND_FACT] = "ClinchFact",
    [CLINCH_KIND_HELP_REQUEST] = "ClinchHelpRequest",
    [CLINCH_KIND_OBJECTIVE] = "ClinchObjective",
    [CLINCH_KIND_WHITESPACE] = "ClinchWhitespace",
    [CLINCH_KIND_REQUIREMENT] = "ClinchRequirement",
    [CLINCH_KIND_MATERIAL] = "ClinchMaterial",
    [CLINCH_KIND_TARGET] = "ClinchTarget",
    [CLINCH_KIND_FORECAST] = "ClinchForecast",
  };
  static GType types[CLINCH_N_KINDS];

  g_return_val_if_fail (kind > CLINCH_KIND_NONE && kind < CLINCH_N_KINDS, G_TYPE_INVALID);

  /* Records are of the main thread alone, so no lock is needed. */
  if (types[kind] == 0)
    {
      const GTypeInfo info = {
        .class_size = sizeof (ClinchRecordClass),
        .class_init = class_init_for_kind,
        .class_data = GINT_TO_POINTER (kind),
        .instance_size = sizeof (ClinchRecord),
        .instance_init = init_instance,
      };

      types[kind] = g_type_register_static (CLINCH_TYPE_RECORD, type_names[kind], &info,
                                            G_TYPE_FLAG_FINAL);
    }

  return types[kind];
}

ClinchRecord *
clinch_record_new (ClinchKind kind,
                   gint64     id)
{
  return g_object_new (clinch_record_type_for_kind (kind), "id", id, NULL);
}

static void
notify_differences (ClinchRecord          *self,
                    const ClinchLoadedRow *old,
                    const ClinchLoadedRow *new)
{
  GObject *object = G_OBJECT (self);
  ClinchKind kind = clinch_record_get_kind (self);
  const ClinchField *fields;
  int n_fields;

  fields = clinch_kind_fields (kind, &n_fields);
  for (int i = 0; i < n_fields; i++)
    {
      gboolean differs = old == NULL || new == NULL
                         || !clinch_row_field_equal (old->row, new->row, i);

      if (differs)
        g_object_notify_by_pspec (object, field_properties[kind][i]);
      if (fields[i].type == CLINCH_FIELD_REFERENCE &&
          (differs || g_strcmp0 (old->names[i], new->names[i]) != 0))
        g_object_notify_by_pspec (object, name_properties[kind][i]);
    }
}

void
clinch_record_take (ClinchRecord    *self,
                    ClinchLoadedRow *loaded)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);
  g_autoptr(ClinchLoadedRow) old = NULL;
  gboolean was_loaded;
  gboolean was_deleted;

  g_return_if_fail (CLINCH_IS_RECORD (self));

  was_loaded = clinch_record_is_loaded (self);
  was_deleted = clinch_record_is_deleted (self);
  old = g_steal_pointer (&priv->loaded);
  priv->loaded = loaded;

  g_object_freeze_notify (G_OBJECT (self));
  notify_differences (self, old, loaded);
  if (old == NULL || loaded == NULL
      || g_strcmp0 (clinch_row_name (old->row), clinch_row_name (loaded->row)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), fixed_properties[PROP_DISPLAY_NAME]);
  if (old == NULL || loaded == NULL || g_strcmp0 (old->customer_grade, loaded->customer_grade) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), fixed_properties[PROP_CUSTOMER_GRADE]);
  if (was_loaded != clinch_record_is_loaded (self))
    g_object_notify_by_pspec (G_OBJECT (self), fixed_properties[PROP_LOADED]);
  if (was_deleted != clinch_record_is_deleted (self))
    g_object_notify_by_pspec (G_OBJECT (self), fixed_properties[PROP_DELETED]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

ClinchKind
clinch_record_get_kind (ClinchRecord *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD (self), CLINCH_KIND_NONE);

  return CLINCH_RECORD_GET_CLASS (self)->kind;
}

gint64
clinch_record_get_id (ClinchRecord *self)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_RECORD (self), 0);

  return priv->id;
}

gboolean
clinch_record_is_loaded (ClinchRecord *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD (self), FALSE);

  return get_row (self) != NULL;
}

gboolean
clinch_record_is_deleted (ClinchRecord *self)
{
  const ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), TRUE);

  row = get_row (self);
  return row != NULL && row->deleted_at != 0;
}

const ClinchRow *
clinch_record_get_row (ClinchRecord *self)
{
  g_return_val_if_fail (CLINCH_IS_RECORD (self), NULL);

  return get_row (self);
}

const char *
clinch_record_get_text (ClinchRecord *self,
                        int           field)
{
  const ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), NULL);

  row = get_row (self);
  return row != NULL ? clinch_row_text (row, field) : NULL;
}

gint64
clinch_record_get_int (ClinchRecord *self,
                       int           field)
{
  const ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), 0);

  row = get_row (self);
  return row != NULL ? clinch_row_int (row, field) : 0;
}

gboolean
clinch_record_is_null (ClinchRecord *self,
                       int           field)
{
  const ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), TRUE);

  row = get_row (self);
  return row == NULL || clinch_row_is_null (row, field);
}

const char *
clinch_record_get_name (ClinchRecord *self)
{
  const ClinchRow *row;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), "");

  row = get_row (self);
  return row != NULL ? clinch_row_name (row) : "";
}

const char *
clinch_record_get_reference_name (ClinchRecord *self,
                                  int           field)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_RECORD (self), "");

  if (priv->loaded == NULL || priv->loaded->names[field] == NULL)
    return "";

  return priv->loaded->names[field];
}

int
clinch_loaded_row_probability (const ClinchLoadedRow *loaded)
{
  return clinch_row_is_null (loaded->row, CLINCH_OPPORTUNITY_PROBABILITY)
         ? loaded->stage_probability
         : (int) clinch_row_int (loaded->row, CLINCH_OPPORTUNITY_PROBABILITY);
}

const ClinchLoadedRow *
clinch_record_get_loaded (ClinchRecord *self)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_RECORD (self), NULL);

  return priv->loaded;
}

const char *
clinch_record_get_customer_grade (ClinchRecord *self)
{
  ClinchRecordPrivate *priv = clinch_record_get_instance_private (self);

  g_return_val_if_fail (CLINCH_IS_RECORD (self), NULL);

  return priv->loaded != NULL ? priv->loaded->customer_grade : NULL;
}

char *
clinch_record_get_money (ClinchRecord *self,
                         int           field,
                         gboolean      full)
{
  const ClinchField *currency_field;
  const char *currency;
  gint64 amount;

  g_return_val_if_fail (CLINCH_IS_RECORD (self), NULL);

  if (clinch_record_is_null (self, field))
    return g_strdup ("");

  currency_field = clinch_kind_find_field (clinch_record_get_kind (self), "currency");
  currency = clinch_record_get_text (self, currency_field->index);
  amount = clinch_record_get_int (self, field);

  return full ? clinch_money_format_full (amount, currency)
              : clinch_money_format (amount, currency, clinch_money_style ());
}
