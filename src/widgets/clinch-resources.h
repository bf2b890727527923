// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* Registers the templates and styles that widgets, pages and the application are made from. Call
 * once, before the first widget. */
void clinch_resources_init (void);
