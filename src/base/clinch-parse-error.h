// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CLINCH_PARSE_ERROR (clinch_parse_error_quark ())

/**
 * ClinchParseError:
 * @CLINCH_PARSE_ERROR_INVALID: the text is not of the kind that was asked for
 * @CLINCH_PARSE_ERROR_RANGE: the value is too large or too small to be kept
 * @CLINCH_PARSE_ERROR_PRECISION: the value has more digits after the decimal point than can be kept
 * @CLINCH_PARSE_ERROR_CURRENCY: the amount names another currency than the one that was asked for
 *
 * Why text from a person, a file or the environment was refused. The message is for the user.
 */
typedef enum
{
  CLINCH_PARSE_ERROR_INVALID,
  CLINCH_PARSE_ERROR_RANGE,
  CLINCH_PARSE_ERROR_PRECISION,
  CLINCH_PARSE_ERROR_CURRENCY,
} ClinchParseError;

/**
 * clinch_parse_error_quark:
 *
 * Returns: the error domain of #ClinchParseError
 */
GQuark clinch_parse_error_quark (void);

G_END_DECLS
