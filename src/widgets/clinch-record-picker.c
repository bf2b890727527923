// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-record-picker.h"

#include <glib/gi18n-lib.h>

struct _ClinchRecordPicker
{
  GtkPopover parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;

  ClinchWorkspace *workspace;
  ClinchKind kind;
  ClinchQuery *base_query;
  ClinchRecordList *records;
  GtkStringList *none;   /* at most one row, before the records */
  GtkStringList *create; /* at most one row, after them; holds the name */
  GtkSingleSelection *selection;
  char *none_label;
  gint64 current;
  gint64 excluded;
  gboolean can_create;
  gboolean take_when_loaded; /* Enter came before the answer */
};

G_DEFINE_FINAL_TYPE (ClinchRecordPicker, clinch_record_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_single (GtkStringList *list,
            const char    *text)
{
  const char *texts[] = { text, NULL };

  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)),
                          text != NULL ? texts : NULL);
}

/* What tells two records of the same name apart. */
static char *
describe (ClinchRecord *record)
{
  switch ((int) clinch_record_get_kind (record))
    {
    case CLINCH_KIND_CONTACT:
      return g_strdup (clinch_record_get_text (record, CLINCH_CONTACT_TITLE));
    case CLINCH_KIND_OPPORTUNITY:
      return g_strdup (clinch_record_get_reference_name (record, CLINCH_OPPORTUNITY_CUSTOMER));
    case CLINCH_KIND_MEMBER:
      return g_strdup (clinch_record_get_reference_name (record, CLINCH_MEMBER_TEAM));
    case CLINCH_KIND_CUSTOMER:
      return g_strdup (clinch_record_get_text (record, CLINCH_CUSTOMER_REGION));
    default:
      return NULL;
    }
}

static void
show_record (GtkListItem *item)
{
  ClinchRecord *record = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *detail = gtk_widget_get_next_sibling (name);
  g_autofree char *description = describe (record);

  gtk_label_set_label (GTK_LABEL (name), clinch_record_get_name (record));
  gtk_label_set_label (GTK_LABEL (detail), description);
  gtk_widget_set_visible (detail, description != NULL && *description != '\0');
  gtk_list_item_set_accessible_label (item, clinch_record_get_name (record));
  gtk_list_item_set_accessible_description (item, description != NULL ? description : "");
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              ClinchRecordPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (detail), 16);
  gtk_widget_add_css_class (detail, "dimmed");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkListItemFactory *factory,
             GtkListItem        *item,
             ClinchRecordPicker *self)
{
  GObject *object = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gint64 id = CLINCH_IS_RECORD (object) ? clinch_record_get_id (CLINCH_RECORD (object)) : 0;
  gboolean possible = id == 0 || id != self->excluded;

  if (id != 0)
    {
      g_signal_connect_swapped (object, "notify", G_CALLBACK (show_record), item);
      show_record (item);
    }
  else
    {
      g_autofree char *text = NULL;
      gboolean is_none =
        gtk_list_item_get_position (item) < g_list_model_get_n_items (G_LIST_MODEL (self->none));

      /* Translators: creates a record of the name that was typed. */
      text = is_none ? g_strdup (self->none_label)
                     : g_strdup_printf (_("Create “%s”"),
                                        gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
      gtk_label_set_label (GTK_LABEL (name), text);
      gtk_widget_set_visible (gtk_widget_get_next_sibling (name), FALSE);
      gtk_list_item_set_accessible_label (item, text);
    }

  gtk_widget_set_opacity (check, CLINCH_IS_RECORD (object) && id == self->current ? 1 : 0);
  gtk_list_item_set_activatable (item, possible);
  gtk_widget_set_sensitive (gtk_list_item_get_child (item), possible);
}

static void
unbind_row_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               ClinchRecordPicker *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_record, item);
}

static void
announce_selected (ClinchRecordPicker *self)
{
  GObject *object = gtk_single_selection_get_selected_item (self->selection);

  if (object != NULL && CLINCH_IS_RECORD (object))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), clinch_record_get_name (CLINCH_RECORD (object)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
take_position (ClinchRecordPicker *self,
               guint               position)
{
  g_autoptr(GObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr(ClinchRecordPicker) held = g_object_ref (self);

  if (object == NULL)
    return;

  if (CLINCH_IS_RECORD (object))
    {
      gint64 id = clinch_record_get_id (CLINCH_RECORD (object));

      if (id == self->excluded)
        return;
      gtk_popover_popdown (GTK_POPOVER (self));
      g_signal_emit (self, signals[PICKED], 0, id);
    }
  else if (position < g_list_model_get_n_items (G_LIST_MODEL (self->none)))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      g_signal_emit (self, signals[PICKED], 0, G_GINT64_CONSTANT (0));
    }
  else
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      g_signal_emit (self, signals[CREATE], 0,
                     gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
    }
}

static void
row_activated_cb (ClinchRecordPicker *self,
                  guint               position)
{
  take_position (self, position);
}

static void
entry_activated_cb (ClinchRecordPicker *self)
{
  /* What is selected still belongs to the letters before the last. */
  if (clinch_record_list_is_loading (self->records))
    self->take_when_loaded = TRUE;
  else
    take_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
stop_search_cb (ClinchRecordPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static char *
typed_name (ClinchRecordPicker *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

static void
update_rows (ClinchRecordPicker *self)
{
  g_autofree char *typed = typed_name (self);
  guint n_items;

  set_single (self->none, *typed == '\0' ? self->none_label : NULL);
  set_single (self->create, self->can_create && *typed != '\0' ? typed : NULL);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (clinch_record_list_is_loading (self->records))
    return;

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "list" : "nothing");
  if (n_items == 0)
    return;

  /* With words typed the first hit is what Enter takes; without, what is taken now. */
  if (*typed == '\0' && self->current != 0)
    {
      guint position = clinch_record_list_find (self->records, self->current);

      if (position != G_MAXUINT)
        {
          position += g_list_model_get_n_items (G_LIST_MODEL (self->none));
          gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
          return;
        }
    }
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_SELECT, NULL);
}

static void
loading_changed_cb (ClinchRecordPicker *self)
{
  if (clinch_record_list_is_loading (self->records))
    return;

  update_rows (self);
  if (self->take_when_loaded)
    {
      self->take_when_loaded = FALSE;
      take_position (self, gtk_single_selection_get_selected (self->selection));
    }
}

static void
run_search (ClinchRecordPicker *self)
{
  g_autofree char *typed = typed_name (self);
  g_autoptr(ClinchQuery) query = clinch_query_copy (self->base_query);

  self->take_when_loaded = FALSE;
  if (*typed != '\0')
    clinch_query_set_search (query, typed);
  clinch_record_list_set_query (self->records, query);
  update_rows (self);
}

/* Not “search-changed”, which comes later than an Enter may. */
static void
text_changed_cb (ClinchRecordPicker *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    run_search (self);
}

static void
move_selection (ClinchRecordPicker *self,
                int                 by)
{
  int n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  int position;

  if (n_items == 0)
    return;

  position = CLAMP ((int) gtk_single_selection_get_selected (self->selection) + by, 0, n_items - 1);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  announce_selected (self);
}

/* The entry keeps the keyboard while the arrows walk through the list. */
static gboolean
key_pressed_cb (ClinchRecordPicker *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      move_selection (self, 8);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      move_selection (self, -8);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
clinch_record_picker_map (GtkWidget *widget)
{
  ClinchRecordPicker *self = CLINCH_RECORD_PICKER (widget);

  /* Nothing is read before somebody wants to choose. */
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  run_search (self);

  GTK_WIDGET_CLASS (clinch_record_picker_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
make_list (ClinchRecordPicker *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->none = gtk_string_list_new (NULL);
  self->create = gtk_string_list_new (NULL);
  self->records = clinch_record_list_new (self->workspace, NULL);
  g_list_store_append (parts, self->none);
  g_list_store_append (parts, self->records);
  g_list_store_append (parts, self->create);
  self->selection =
    gtk_single_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->records, "notify::loading", G_CALLBACK (loading_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
clinch_record_picker_dispose (GObject *object)
{
  ClinchRecordPicker *self = CLINCH_RECORD_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINCH_TYPE_RECORD_PICKER);
  g_clear_object (&self->selection);
  g_clear_object (&self->records);
  g_clear_object (&self->none);
  g_clear_object (&self->create);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->base_query, clinch_query_unref);

  G_OBJECT_CLASS (clinch_record_picker_parent_class)->dispose (object);
}

static void
clinch_record_picker_finalize (GObject *object)
{
  ClinchRecordPicker *self = CLINCH_RECORD_PICKER (object);

  g_free (self->none_label);

  G_OBJECT_CLASS (clinch_record_picker_parent_class)->finalize (object);
}

static void
clinch_record_picker_class_init (ClinchRecordPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinch_record_picker_dispose;
  object_class->finalize = clinch_record_picker_finalize;
  widget_class->map = clinch_record_picker_map;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/ui/widgets/record-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinchRecordPicker, list_view);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
clinch_record_picker_init (ClinchRecordPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

ClinchRecordPicker *
clinch_record_picker_new (ClinchWorkspace *workspace,
                          ClinchKind       kind)
{
  ClinchRecordPicker *self = g_object_new (CLINCH_TYPE_RECORD_PICKER, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->base_query = clinch_query_new (kind);
  make_list (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_kind_label (kind, FALSE), -1);

  return self;
}

void
clinch_record_picker_set_query (ClinchRecordPicker *self,
                                const ClinchQuery  *query)
{
  g_return_if_fail (CLINCH_IS_RECORD_PICKER (self));
  g_return_if_fail (query != NULL && clinch_query_get_kind (query) == self->kind);

  clinch_query_unref (self->base_query);
  self->base_query = clinch_query_copy (query);
}

void
clinch_record_picker_set_none_label (ClinchRecordPicker *self,
                                     const char         *label)
{
  g_return_if_fail (CLINCH_IS_RECORD_PICKER (self));

  g_set_str (&self->none_label, label);
}

void
clinch_record_picker_set_can_create (ClinchRecordPicker *self,
                                     gboolean            can_create)
{
  g_return_if_fail (CLINCH_IS_RECORD_PICKER (self));

  self->can_create = can_create;
}

void
clinch_record_picker_set_current (ClinchRecordPicker *self,
                                  gint64              id)
{
  g_return_if_fail (CLINCH_IS_RECORD_PICKER (self));

  self->current = id;
}

void
clinch_record_picker_set_excluded (ClinchRecordPicker *self,
                                   gint64              id)
{
  g_return_if_fail (CLINCH_IS_RECORD_PICKER (self));

  self->excluded = id;
}
