// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-opportunity-card.h"

#include "clinch-card-text.h"

#include <glib/gi18n-lib.h>

#define LINE_GAP 5
#define SIDE_GAP 8
#define ICON_GAP 5
#define ICON_SIZE 14
#define MIN_WIDTH 160

/* The texts of a card, each with a layout of its own that is made when the card is first drawn. */
typedef enum
{
  SLOT_NAME,
  SLOT_CUSTOMER,
  SLOT_GRADE,
  SLOT_AMOUNT,
  SLOT_OWNER,
  SLOT_INITIALS,
  SLOT_NEXT,
  SLOT_DATE,
  SLOT_DAYS,
  N_SLOTS
} Slot;

struct _ClinchOpportunityCard
{
  GtkWidget parent_instance;

  ClinchCardLook *look;
  ClinchRecord *record;
  ClinchRecord *stage;
  ClinchChainPhase phase; /* of the stage */
  ClinchCardText *text; /* NULL while there is no record or its row is on the way */
  gulong changed_handler;
  PangoLayout *layouts[N_SLOTS];
  guint stale_layouts; /* a bit for each slot whose layout holds an old text */
};

G_DEFINE_FINAL_TYPE (ClinchOpportunityCard, clinch_opportunity_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where the next piece of a line goes: from both ends towards the middle, mirrored for scripts that
 * run from right to left. */
typedef struct
{
  ClinchOpportunityCard *self;
  GtkSnapshot *snapshot;
  GdkRGBA color;
  GdkRGBA dim;
  double width;
  double left;
  double right;
  double top;
  int height;
  gboolean mirrored;
} Line;

static double
mirror (const Line *line,
        double      x,
        double      width)
{
  return line->mirrored ? line->width - x - width : x;
}

static const char *
slot_text (const ClinchCardText *text,
           Slot                  slot)
{
  switch (slot)
    {
    case SLOT_NAME:
      return text->name;
    case SLOT_CUSTOMER:
      return text->customer;
    case SLOT_GRADE:
      return text->grade;
    case SLOT_AMOUNT:
      return text->amount;
    case SLOT_OWNER:
      return text->owner;
    case SLOT_INITIALS:
      return text->initials;
    case SLOT_NEXT:
      return text->next_text;
    case SLOT_DATE:
      return text->next_date;
    case SLOT_DAYS:
      return text->days;
    case N_SLOTS:
    default:
      g_assert_not_reached ();
    }
}

static PangoLayout *
ensure_layout (ClinchOpportunityCard *self,
               Slot                   slot)
{
  if (self->layouts[slot] == NULL)
    {
      gboolean body = slot == SLOT_NAME || slot == SLOT_AMOUNT;

      self->layouts[slot] = clinch_card_look_create_layout (GTK_WIDGET (self), !body, body
                                                            || slot == SLOT_GRADE);
      self->stale_layouts |= 1u << slot;
    }
  if (self->stale_layouts & (1u << slot))
    {
      pango_layout_set_text (self->layouts[slot], slot_text (self->text, slot), -1);
      self->stale_layouts &= ~(1u << slot);
    }

  return self->layouts[slot];
}

static void
place_layout (Line          *line,
              PangoLayout   *layout,
              double         x,
              int            width,
              const GdkRGBA *color)
{
  PangoRectangle extents;
  double y;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  y = line->top + (line->height - extents.height) / 2;
  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot,
                          &GRAPHENE_POINT_INIT (mirror (line, x, width) - extents.x, (int) y));
  gtk_snapshot_append_layout (line->snapshot, layout, color);
  gtk_snapshot_restore (line->snapshot);
}

/* Takes what it needs, up to what is left. */
static void
draw_end (Line          *line,
          Slot           slot,
          const GdkRGBA *color)
{
  PangoLayout *layout;
  int width;

  if (*slot_text (line->self->text, slot) == '\0')
    return;

  layout = ensure_layout (line->self, slot);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > line->right - line->left)
    {
      width = MAX ((int) (line->right - line->left), 0);
      pango_layout_set_width (layout, width * PANGO_SCALE);
    }
  place_layout (line, layout, line->right - width, width, color);
  line->right -= width + SIDE_GAP;
}

/* Takes all that is left, and is cut where that is too little. */
static void
draw_rest (Line          *line,
           Slot           slot,
           const GdkRGBA *color)
{
  PangoLayout *layout;
  int available = (int) (line->right - line->left);
  int width;

  if (available <= 0 || *slot_text (line->self->text, slot) == '\0')
    return;

  layout = ensure_layout (line->self, slot);
  pango_layout_set_width (layout, available * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  place_layout (line, layout, line->left, MIN (width, available), color);
}

static void
draw_icon (Line           *line,
           ClinchCardIcon  icon,
           const GdkRGBA  *color)
{
  clinch_card_draw_icon (line->snapshot, icon, mirror (line, line->left, ICON_SIZE),
                         line->top + (line->height - ICON_SIZE) / 2, ICON_SIZE, color);
  line->left += ICON_SIZE + ICON_GAP;
}

static void
draw_grade (Line *line)
{
  ClinchOpportunityCard *self = line->self;
  PangoLayout *layout;
  GskRoundedRect box;
  GdkRGBA background = line->dim;
  GdkRGBA foreground = line->dim;
  int text_width;
  int height = line->height - 1;
  int width;

  if (*self->text->grade == '\0')
    return;

  layout = ensure_layout (self, SLOT_GRADE);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  width = MAX (text_width + 8, height);

  if (g_str_equal (self->text->grade, "S") || g_str_equal (self->text->grade, "A"))
    {
      background = self->look->accent;
      foreground = self->look->accent;
    }
  background.alpha = g_str_equal (self->text->grade, "S") ? 1 : 0.15f;
  if (g_str_equal (self->text->grade, "S"))
    foreground = self->look->dark ? (GdkRGBA) { 0, 0, 0, 0.85f } : (GdkRGBA) { 1, 1, 1, 1 };

  gsk_rounded_rect_init_from_rect (&box,
                                   &GRAPHENE_RECT_INIT (mirror (line, line->left, width), line->top,
                                                        width, height), 4);
  gtk_snapshot_push_rounded_clip (line->snapshot, &box);
  gtk_snapshot_append_color (line->snapshot, &background, &box.bounds);
  gtk_snapshot_pop (line->snapshot);
  place_layout (line, layout, line->left + (width - text_width) / 2, text_width, &foreground);
  line->left += width + ICON_GAP + 1;
}

static void
draw_avatar (Line *line)
{
  ClinchOpportunityCard *self = line->self;
  PangoLayout *layout;
  GskRoundedRect circle;
  GdkRGBA background;
  GdkRGBA foreground;
  int size = line->height + 2;
  int width;

  if (*self->text->initials == '\0')
    return;

  layout = ensure_layout (self, SLOT_INITIALS);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  clinch_card_look_hue (self->look, self->text->owner_hue, &background, &foreground);

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT (mirror (line, line->left, size),
                                                        line->top - 1, size, size),
                                   size / 2.0f);
  gtk_snapshot_push_rounded_clip (line->snapshot, &circle);
  gtk_snapshot_append_color (line->snapshot, &background, &circle.bounds);
  gtk_snapshot_pop (line->snapshot);
  if (width <= size - 2)
    {
      place_layout (line, layout, line->left + (size - width) / 2, width, &foreground);
    }
  else
    {
      /* Two wide letters do not fit a small circle: they are drawn smaller. */
      double scale = (size - 4.0) / width;
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      gtk_snapshot_save (line->snapshot);
      gtk_snapshot_translate (line->snapshot,
                              &GRAPHENE_POINT_INIT (mirror (line, line->left, size) + 2,
                                                                   line->top - 1
                                                                   + (size - height * scale) / 2));
      gtk_snapshot_scale (line->snapshot, scale, scale);
      gtk_snapshot_append_layout (line->snapshot, layout, &foreground);
      gtk_snapshot_restore (line->snapshot);
    }
  line->left += size + ICON_GAP + 1;
}

static const GdkRGBA *
health_color (const Line *line)
{
  switch (line->self->text->clock.health)
    {
    case CLINCH_STAGE_HEALTH_AMBER:
      return &line->self->look->warning;
    case CLINCH_STAGE_HEALTH_RED:
      return &line->self->look->error;
    case CLINCH_STAGE_HEALTH_NONE:
    case CLINCH_STAGE_HEALTH_OK:
    default:
      return &line->dim;
    }
}

/* Proposals are made, and nobody knows who decides on them. */
static void
draw_chain (Line *line)
{
  double x = line->right - ICON_SIZE;

  if (line->self->text->chain == CLINCH_CHAIN_ALERT_NONE)
    return;

  clinch_card_draw_icon (line->snapshot, CLINCH_CARD_ICON_WHO, mirror (line, x, ICON_SIZE),
                         line->top + (line->height - ICON_SIZE) / 2, ICON_SIZE,
                         &line->self->look->warning);
  line->right = x - SIDE_GAP;
}

/* Days against the limit: a filling ring, a triangle when it is near, a full circle with an
 * exclamation mark when it is past. */
static void
draw_days (Line *line)
{
  const ClinchStageClock *clock = &line->self->text->clock;
  const GdkRGBA *color = health_color (line);
  double x;
  double y = line->top + (line->height - ICON_SIZE) / 2;

  if (*line->self->text->days == '\0')
    return;

  draw_end (line, SLOT_DAYS, color);
  x = line->right + SIDE_GAP - ICON_GAP - ICON_SIZE;
  line->right = x - SIDE_GAP;
  x = mirror (line, x, ICON_SIZE);
  if (clock->health == CLINCH_STAGE_HEALTH_RED)
    clinch_card_draw_icon (line->snapshot, CLINCH_CARD_ICON_ALERT, x, y, ICON_SIZE, color);
  else if (clock->health == CLINCH_STAGE_HEALTH_AMBER)
    clinch_card_draw_icon (line->snapshot, CLINCH_CARD_ICON_WARNING, x, y, ICON_SIZE, color);
  else if (clock->limit_days > 0)
    clinch_card_draw_ring (line->snapshot, x, y, ICON_SIZE, clock->percent, color);
  else
    clinch_card_draw_icon (line->snapshot, CLINCH_CARD_ICON_CLOCK, x, y, ICON_SIZE, color);
}

static void
draw_next (Line     *line,
           gboolean  icon_only)
{
  static const ClinchCardIcon next_icons[] = {
    [CLINCH_CARD_NEXT_MISSING] = CLINCH_CARD_ICON_MISSING,
    [CLINCH_CARD_NEXT_PLANNED] = CLINCH_CARD_ICON_NEXT,
    [CLINCH_CARD_NEXT_TODAY] = CLINCH_CARD_ICON_NEXT,
    [CLINCH_CARD_NEXT_OVERDUE] = CLINCH_CARD_ICON_ALERT,
    [CLINCH_CARD_NEXT_WAITING] = CLINCH_CARD_ICON_CLOCK,
    [CLINCH_CARD_NEXT_WON] = CLINCH_CARD_ICON_DONE,
    [CLINCH_CARD_NEXT_LOST] = CLINCH_CARD_ICON_LOST,
  };
  const ClinchCardText *text = line->self->text;
  const GdkRGBA *color = &line->color;

  if (text->next == CLINCH_CARD_NEXT_OVERDUE)
    color = &line->self->look->error;
  else if (text->next == CLINCH_CARD_NEXT_WON)
    color = &line->self->look->success;
  else if (text->next == CLINCH_CARD_NEXT_MISSING || text->next == CLINCH_CARD_NEXT_LOST)
    color = &line->dim;

  if (!icon_only)
    draw_end (line, SLOT_DATE, text->next == CLINCH_CARD_NEXT_OVERDUE ? color : &line->dim);
  draw_icon (line, next_icons[text->next], color);
  if (!icon_only)
    draw_rest (line, SLOT_NEXT, text->next == CLINCH_CARD_NEXT_MISSING
               || text->next == CLINCH_CARD_NEXT_LOST
                                  ? &line->dim : &line->color);
}

static void
begin_line (Line *line,
            int   height,
            int   gap)
{
  line->top += line->height + gap;
  line->height = height;
  line->left = 0;
  line->right = line->width;
}

static void
draw_comfortable (Line *line)
{
  ClinchCardLook *look = line->self->look;

  begin_line (line, look->caption_height, 0);
  draw_grade (line);
  draw_end (line, SLOT_AMOUNT, &line->color);
  draw_rest (line, SLOT_CUSTOMER, &line->dim);

  begin_line (line, look->body_height, LINE_GAP);
  draw_rest (line, SLOT_NAME, &line->color);

  begin_line (line, look->caption_height, LINE_GAP);
  draw_next (line, FALSE);

  begin_line (line, look->caption_height, LINE_GAP + 2);
  draw_avatar (line);
  draw_days (line);
  draw_chain (line);
  draw_rest (line, SLOT_OWNER, &line->dim);
}

static void
draw_compact (Line *line)
{
  ClinchCardLook *look = line->self->look;
  ClinchCardNext next = line->self->text->next;

  begin_line (line, look->body_height, 0);
  draw_end (line, SLOT_AMOUNT, &line->color);
  draw_rest (line, SLOT_NAME, &line->color);

  begin_line (line, look->caption_height, LINE_GAP - 2);
  draw_grade (line);
  draw_days (line);
  draw_chain (line);
  if (next == CLINCH_CARD_NEXT_OVERDUE || next == CLINCH_CARD_NEXT_MISSING)
    draw_next (line, TRUE);
  draw_rest (line, SLOT_CUSTOMER, &line->dim);
}

/* While the row is on the way: where its lines will be. */
static void
draw_placeholder (Line *line)
{
  static const double shares[] = { 0.55, 0.8, 0.65, 0.4 };
  ClinchCardLook *look = line->self->look;
  GdkRGBA color = line->color;
  int n_lines = look->compact ? 2 : 4;

  color.alpha *= 0.08f;
  for (int i = 0; i < n_lines; i++)
    {
      double width = line->width * shares[i];

      begin_line (line, look->caption_height, i == 0 ? 0 : LINE_GAP);
      gtk_snapshot_append_color (line->snapshot, &color,
                                 &GRAPHENE_RECT_INIT (mirror (line, 0, width), line->top + 3, width,
                                                      line->height - 6));
    }
}

static void
clinch_opportunity_card_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  ClinchOpportunityCard *self = CLINCH_OPPORTUNITY_CARD (widget);
  Line line = { .self = self, .snapshot = snapshot };

  gtk_widget_get_color (widget, &line.color);
  line.dim = line.color;
  line.dim.alpha *= self->look->high_contrast ? 0.9f : 0.65f;
  line.width = gtk_widget_get_width (widget);
  line.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (self->text == NULL)
    draw_placeholder (&line);
  else if (self->look->compact)
    draw_compact (&line);
  else
    draw_comfortable (&line);
}

static void
clinch_opportunity_card_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  ClinchOpportunityCard *self = CLINCH_OPPORTUNITY_CARD (widget);
  ClinchCardLook *look = self->look;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MIN_WIDTH;
      return;
    }

  clinch_card_look_measure (look, widget);
  if (look->compact)
    *minimum = look->body_height + LINE_GAP - 2 + look->caption_height;
  else
    *minimum = look->body_height + 3 * look->caption_height + 3 * LINE_GAP + 2;
  *natural = *minimum;
}

static gboolean
clinch_opportunity_card_query_tooltip (GtkWidget  *widget,
                                       int         x,
                                       int         y,
                                       gboolean    keyboard_tooltip,
                                       GtkTooltip *tooltip)
{
  ClinchOpportunityCard *self = CLINCH_OPPORTUNITY_CARD (widget);
  g_autofree char *text = NULL;

  if (self->text == NULL)
    return FALSE;

  text = clinch_card_text_tooltip (self->text, self->record);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
refresh (ClinchOpportunityCard *self)
{
  g_clear_pointer (&self->text, clinch_card_text_free);
  if (self->record != NULL && clinch_record_is_loaded (self->record))
    self->text = clinch_card_text_new (self->record, self->stage, self->phase,
                                       self->look->now, self->look->today);
  self->stale_layouts = ~0u;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clinch_opportunity_card_get_label (self), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_record (ClinchOpportunityCard *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->changed_handler, self->record);
  g_clear_object (&self->record);
  g_clear_object (&self->stage);
}

static void
clinch_opportunity_card_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value,
                          clinch_opportunity_card_get_label (CLINCH_OPPORTUNITY_CARD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clinch_opportunity_card_dispose (GObject *object)
{
  ClinchOpportunityCard *self = CLINCH_OPPORTUNITY_CARD (object);

  forget_record (self);
  for (int i = 0; i < N_SLOTS; i++)
    g_clear_object (&self->layouts[i]);

  G_OBJECT_CLASS (clinch_opportunity_card_parent_class)->dispose (object);
}

static void
clinch_opportunity_card_finalize (GObject *object)
{
  ClinchOpportunityCard *self = CLINCH_OPPORTUNITY_CARD (object);

  g_clear_pointer (&self->text, clinch_card_text_free);
  g_clear_pointer (&self->look, clinch_card_look_unref);

  G_OBJECT_CLASS (clinch_opportunity_card_parent_class)->finalize (object);
}

static void
clinch_opportunity_card_class_init (ClinchOpportunityCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = clinch_opportunity_card_get_property;
  object_class->dispose = clinch_opportunity_card_dispose;
  object_class->finalize = clinch_opportunity_card_finalize;
  widget_class->measure = clinch_opportunity_card_measure;
  widget_class->snapshot = clinch_opportunity_card_snapshot;
  widget_class->query_tooltip = clinch_opportunity_card_query_tooltip;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "opportunity-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
clinch_opportunity_card_init (ClinchOpportunityCard *self)
{
  static const char *const classes[] = { "card", "activatable", NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) classes);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
clinch_opportunity_card_new (ClinchCardLook *look)
{
  ClinchOpportunityCard *self = g_object_new (CLINCH_TYPE_OPPORTUNITY_CARD, NULL);

  self->look = clinch_card_look_ref (look);
  return GTK_WIDGET (self);
}

void
clinch_opportunity_card_set_record (ClinchOpportunityCard *self,
                                    ClinchRecord          *opportunity,
                                    ClinchRecord          *stage)
{
  g_return_if_fail (CLINCH_IS_OPPORTUNITY_CARD (self));

  if (self->record == opportunity && self->stage == stage)
    return;

  forget_record (self);
  g_set_object (&self->stage, stage);
  if (g_set_object (&self->record, opportunity))
    self->changed_handler = g_signal_connect_swapped (opportunity, "changed", G_CALLBACK (refresh),
                                                      self);

  /* A card that waits to be bound again keeps its last picture; nobody sees it. */
  if (opportunity != NULL)
    refresh (self);
}

void
clinch_opportunity_card_set_phase (ClinchOpportunityCard *self,
                                   ClinchChainPhase       phase)
{
  g_return_if_fail (CLINCH_IS_OPPORTUNITY_CARD (self));

  self->phase = phase;
}

ClinchRecord *
clinch_opportunity_card_get_record (ClinchOpportunityCard *self)
{
  g_return_val_if_fail (CLINCH_IS_OPPORTUNITY_CARD (self), NULL);

  return self->record;
}

void
clinch_opportunity_card_update (ClinchOpportunityCard *self)
{
  g_return_if_fail (CLINCH_IS_OPPORTUNITY_CARD (self));

  refresh (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
clinch_opportunity_card_get_label (ClinchOpportunityCard *self)
{
  g_return_val_if_fail (CLINCH_IS_OPPORTUNITY_CARD (self), "");

  return self->text != NULL ? self->text->label : "";
}
