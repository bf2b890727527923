// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-widgets"

#include "config.h"

#include "clinch-follow-up-look.h"

const char *
clinch_follow_up_icon (const char *way)
{
  static const struct
  {
    const char *way;
    const char *icon;
  } icons[] = {
    { "visit", "mark-location-symbolic" },
    { "call", "call-start-symbolic" },
    { "meeting", "system-users-symbolic" },
    { "message", "chat-message-new-symbolic" },
    { "mail", "mail-unread-symbolic" },
    { "feedback", "mail-replied-symbolic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_strcmp0 (way, icons[i].way) == 0)
      return icons[i].icon;

  return "text-editor-symbolic";
}
