// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-logic"

#include "config.h"

#include "clinch-bars.h"

#define FILLED 0.6

void
clinch_bars_arrange (const double    *values,
                     gsize            n_values,
                     const ClinchBox *room,
                     double           most_width,
                     gboolean         rtl,
                     ClinchBox       *bars)
{
  double share = room->width / MAX (n_values, 1);
  double width = MIN (share * FILLED, most_width);
  double most = 0;

  for (gsize i = 0; i < n_values; i++)
    most = MAX (most, values[i]);
  for (gsize i = 0; i < n_values; i++)
    {
      gsize place = rtl ? n_values - 1 - i : i;
      double height = most > 0 ? room->height * MAX (values[i], 0) / most : 0;

      bars[i] = (ClinchBox) {
        room->x + share * place + (share - width) / 2, room->y + room->height - height, width,
        height,
      };
    }
}

int
clinch_bars_find (gsize            n_bars,
                  const ClinchBox *room,
                  gboolean         rtl,
                  double           x)
{
  int place;

  if (n_bars == 0 || x < room->x || x >= room->x + room->width)
    return -1;

  place = (int) ((x - room->x) / (room->width / n_bars));
  place = MIN (place, (int) n_bars - 1);

  return rtl ? (int) n_bars - 1 - place : place;
}
