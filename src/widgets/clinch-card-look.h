// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include "clinch-date.h"

G_BEGIN_DECLS

/* What all cards of a board share, so that a card holds little and is drawn without asking anybody:
 * what time it is, how dense they are, the colours of the day, the heights of their lines.
 * Reference counted; one for a board. */

typedef enum
{
  CLINCH_CARD_ICON_CLOCK,
  CLINCH_CARD_ICON_NEXT,
  CLINCH_CARD_ICON_MISSING,
  CLINCH_CARD_ICON_WARNING,
  CLINCH_CARD_ICON_ALERT,
  CLINCH_CARD_ICON_DONE,
  CLINCH_CARD_ICON_LOST,
  CLINCH_CARD_ICON_WHO,
  CLINCH_CARD_N_ICONS
} ClinchCardIcon;

typedef struct
{
  gboolean compact;
  gint64 now;
  char today[CLINCH_DATE_SIZE];
  GdkRGBA accent;
  GdkRGBA warning;
  GdkRGBA error;
  GdkRGBA success;
  gboolean dark;
  gboolean high_contrast;
  int body_height;    /* height of a line of the card's name */
  int caption_height; /* height of a line of small text */
  /*< private >*/
  PangoFontDescription *font;
  double resolution;
} ClinchCardLook;

ClinchCardLook *clinch_card_look_new           (void) G_GNUC_WARN_UNUSED_RESULT;
ClinchCardLook *clinch_card_look_ref           (ClinchCardLook *self);
void            clinch_card_look_unref         (ClinchCardLook *self);

/* Takes the time and the colours as they are now. */
void            clinch_card_look_update        (ClinchCardLook *self);

/* Measures the lines in a widget's font, unless that is known. */
void            clinch_card_look_measure       (ClinchCardLook *self,
                                                GtkWidget      *widget);

/* A layout of one line in a widget's font: smaller for a caption, heavier for what matters. */
PangoLayout    *clinch_card_look_create_layout (GtkWidget      *widget,
                                                gboolean        caption,
                                                gboolean        heavy) G_GNUC_WARN_UNUSED_RESULT;

/* Icons and the avatar's circle, drawn into a square at (x, y). */
void            clinch_card_draw_icon          (GtkSnapshot    *snapshot,
                                                ClinchCardIcon  icon,
                                                double          x,
                                                double          y,
                                                double          size,
                                                const GdkRGBA  *color);
void            clinch_card_draw_ring          (GtkSnapshot    *snapshot,
                                                double          x,
                                                double          y,
                                                double          size,
                                                int             percent,
                                                const GdkRGBA  *color);
void            clinch_card_look_hue           (ClinchCardLook *self,
                                                guint           hue,
                                                GdkRGBA        *background,
                                                GdkRGBA        *foreground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchCardLook, clinch_card_look_unref)

G_END_DECLS
