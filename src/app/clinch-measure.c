// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stopwatch that knows GTK and nothing of Clinch, so that the programs Clinch is compared with
// are timed by the same one.
//
// The main thread is busy from the moment poll() returns until it is called again. What a frame
// costs is all the time that it was busy since the frame before; a stretch is one such time less
// the frame that was drawn in it. The clock stands still while the thread waits for a processor
// that another program has, so that a busy machine does not count; nor do the counting of cards,
// which is the stopwatch's own, and taking the window apart, which nobody waits for.
#define G_LOG_DOMAIN "clinch-measure"

#include "config.h"

#include "clinch-measure.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WINDOW_WIDTH 1400
#define WINDOW_HEIGHT 900

/* At rest: so long without a frame. Anything that is still being loaded shows within that time. */
#define REST_MS 700

/* A wheel that turns evenly, then pages, then jumps all over the list. */
#define N_WHEEL_FRAMES 240
#define N_PAGE_FRAMES 60
#define N_JUMP_FRAMES 60
#define WHEEL_PIXELS 53

#define N_STRETCHES 20

typedef struct
{
  GtkWindow *window;
  const char *mode;
  gint64 start;
  int schedstat; /* descriptor of the kernel's account of this thread, -1 where it keeps none */

  gint64 woken;      /* when poll() returned last */
  gint64 busy;       /* microseconds busy before that */
  gint64 frame_busy; /* the same clock at the end of the last frame */
  gint64 frame_began;
  gint64 drawn; /* of the present stretch, time that went into frames */
  gint64 stretches[N_STRETCHES]; /* the longest, longest first */
  gboolean settled;              /* the first frame was drawn in an earlier stretch */
  gboolean closing;

  gint64 first_frame;
  gint64 cards_frame; /* since when as many cards as now have been in sight */
  int n_cards;
  int n_counted;
  graphene_size_t card_size;
  graphene_rect_t sight; /* what the cards in sight take together */
  guint rest_source;

  GtkWidget *list; /* the longest */
  int n_lists;
  GArray *costs; /* gint64, of frames that scrolled */
  int n_scrolled;
  guint n_rows;
} Measure;

/* The poll function takes no data. */
static Measure *measure;

/* Microseconds, less those that this thread waited for a processor: the second number of its
 * account, in nanoseconds. */
static gint64
get_time (void)
{
  char text[64];
  gssize length = measure->schedstat >= 0 ? pread (measure->schedstat, text, sizeof text - 1, 0)
                  : -1;
  const char *waited;

  if (length <= 0)
    return g_get_monotonic_time ();
  text[length] = '\0';
  waited = strchr (text, ' ');

  return g_get_monotonic_time () - (waited != NULL ? g_ascii_strtoll (waited + 1, NULL, 10) / 1000
                                    : 0);
}

static void
add_stretch (gint64 length)
{
  int i = N_STRETCHES - 1;

  if (length <= measure->stretches[i])
    return;
  for (; i > 0 && measure->stretches[i - 1] < length; i--)
    measure->stretches[i] = measure->stretches[i - 1];
  measure->stretches[i] = length;
}

static int
watch_poll (GPollFD *fds,
            guint    n_fds,
            int      timeout)
{
  gint64 now = get_time ();
  int result;

  measure->busy += now - measure->woken;
  if (measure->settled && !measure->closing)
    add_stretch (now - measure->woken - measure->drawn);
  measure->settled = measure->first_frame != 0;
  result = g_poll (fds, n_fds, timeout);
  measure->woken = get_time ();
  measure->drawn = 0;

  return result;
}

static gint64
busy_until (gint64 now)
{
  return measure->busy + now - measure->woken;
}

/* A card has its content once it has a label that says something, or is such a thing itself. */
static gboolean
has_content (GtkWidget *widget)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "label");

  if (pspec != NULL && pspec->value_type == G_TYPE_STRING)
    {
      g_autofree char *label = NULL;

      g_object_get (widget, "label", &label, NULL);
      if (label != NULL && *label != '\0')
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_content (child))
      return TRUE;

  return FALSE;
}

/* Where a widget shows inside @frame, in the coordinates of @frame. */
static gboolean
find_visible_part (GtkWidget       *widget,
                   GtkWidget       *frame,
                   graphene_rect_t *bounds)
{
  graphene_rect_t visible = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (frame),
                                                gtk_widget_get_height (frame));

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, frame, bounds)
         && graphene_rect_intersection (bounds, &visible, bounds) && bounds->size.width > 1
         && bounds->size.height > 1;
}

/* Also what scrolls around the list, such as the columns of a board, cuts off. */
static void
count_card (GtkWidget *card)
{
  graphene_rect_t bounds;

  for (GtkWidget *parent = gtk_widget_get_parent (card); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if ((GTK_IS_SCROLLABLE (parent) || GTK_IS_ROOT (parent))
        && !find_visible_part (card, parent, &bounds))
      return;
  if (!has_content (card))
    return;

  if (measure->n_counted++ == 0)
    {
      graphene_size_init (&measure->card_size, gtk_widget_get_width (card),
                          gtk_widget_get_height (card));
      measure->sight = bounds;
    }
  graphene_rect_union (&measure->sight, &bounds, &measure->sight);
}

static void
count_cards (GtkWidget *widget)
{
  gboolean is_list = GTK_IS_LIST_VIEW (widget);

  if (!gtk_widget_get_mapped (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (is_list)
        count_card (child);
      else
        count_cards (child);
    }
}

static guint
list_length (GtkWidget *widget)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (widget)));

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static void
find_lists (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LIST_VIEW (widget))
    {
      measure->n_lists++;
      if (measure->list == NULL || list_length (widget) > list_length (measure->list))
        measure->list = widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_lists (child);
}

static int
resident_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");

  return line != NULL ? (int) g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static void
print_start (void)
{
  g_print ("first-frame %.1f\n", (measure->first_frame - measure->start) / 1000.0);
  g_print ("first-cards %.1f\n", (measure->cards_frame - measure->start) / 1000.0);
  g_print ("cards %d\n", measure->n_cards);
  g_print ("card-width %.0f\ncard-height %.0f\n", measure->card_size.width,
           measure->card_size.height);
  g_print ("sight-width %.0f\nsight-height %.0f\n", measure->sight.size.width,
           measure->sight.size.height);
  g_print ("lists %d\n", measure->n_lists);
  g_print ("memory %d\n", resident_memory ());
}

static void
print_scroll (void)
{
  g_print ("rows %u\nscroll", measure->n_rows);
  for (guint i = 0; i < measure->costs->len; i++)
    g_print (" %" G_GINT64_FORMAT, g_array_index (measure->costs, gint64, i));
  g_print ("\n");
}

static void
print_stretches_cb (void)
{
  g_print ("stretch");
  for (int i = 0; i < N_STRETCHES; i++)
    g_print (" %" G_GINT64_FORMAT, measure->stretches[i]);
  g_print ("\n");
}

static void
finish (void)
{
  if (measure->costs != NULL)
    print_scroll ();
  if (!g_str_equal (measure->mode, "watch"))
    gtk_window_close (measure->window);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  double range = gtk_adjustment_get_upper (adjustment) - page;
  int frame = measure->n_scrolled++;

  if (frame >= N_WHEEL_FRAMES + N_PAGE_FRAMES + N_JUMP_FRAMES)
    {
      finish ();
      return G_SOURCE_REMOVE;
    }

  if (frame < N_WHEEL_FRAMES)
    value += WHEEL_PIXELS;
  else if (frame < N_WHEEL_FRAMES + N_PAGE_FRAMES)
    value += page;
  else
    value = range * ((frame * 37) % N_JUMP_FRAMES) / N_JUMP_FRAMES;
  gtk_adjustment_set_value (adjustment, value);

  return G_SOURCE_CONTINUE;
}

static gboolean
rested_cb (gpointer user_data)
{
  measure->rest_source = 0;
  if (measure->n_cards == 0 && !g_str_equal (measure->mode, "window"))
    return G_SOURCE_REMOVE;

  find_lists (GTK_WIDGET (measure->window));
  print_start ();
  if (measure->list == NULL || !g_str_equal (measure->mode, "scroll"))
    {
      finish ();
      return G_SOURCE_REMOVE;
    }

  measure->n_rows = list_length (measure->list);
  measure->costs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_tick_callback (measure->list, scroll_cb, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 gpointer       user_data)
{
  measure->frame_began = get_time ();
}

static void
note_cards (gint64 now)
{
  measure->n_counted = 0;
  count_cards (GTK_WIDGET (measure->window));
  if (measure->n_counted != measure->n_cards)
    measure->cards_frame = now;
  measure->n_cards = measure->n_counted;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  gint64 now = get_time ();
  gint64 busy = busy_until (now);
  gint64 cost = busy - measure->frame_busy;

  measure->drawn += now - measure->frame_began;
  measure->frame_busy = busy;
  if (measure->first_frame == 0)
    measure->first_frame = now;
  if (measure->costs != NULL)
    {
      g_array_append_val (measure->costs, cost);
      return;
    }

  note_cards (now);
  measure->drawn += get_time () - now;
  g_clear_handle_id (&measure->rest_source, g_source_remove);
  measure->rest_source = g_timeout_add (REST_MS, rested_cb, NULL);
}

static gboolean
close_request_cb (GtkWindow *window,
                  gpointer   user_data)
{
  measure->closing = TRUE;
  return GDK_EVENT_PROPAGATE;
}

static void
realize_cb (GtkWidget *widget,
            gpointer   user_data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
}

void
clinch_measure_watch (GtkWindow *window)
{
  const char *mode = g_getenv ("CLINCH_MEASURE");
  const char *start = g_getenv ("CLINCH_MEASURE_START");

  if (mode == NULL || measure != NULL)
    return;

  measure = g_new0 (Measure, 1);
  measure->window = window;
  measure->mode = mode;
  measure->schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  measure->woken = get_time ();
  measure->start = start != NULL ? g_ascii_strtoll (start, NULL, 10) : measure->woken;
  g_main_context_set_poll_func (NULL, watch_poll);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);
  atexit (print_stretches_cb);
  gtk_window_set_default_size (window, WINDOW_WIDTH, WINDOW_HEIGHT);
}
