// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CLINCH_EXCHANGE_ERROR:
 *
 * The domain of everything that goes wrong between Clinch and files of other programs. Each message
 * is a translated sentence for the user that names the line, where there is one, and the way out.
 */
#define CLINCH_EXCHANGE_ERROR (clinch_exchange_error_quark ())

/**
 * ClinchExchangeError:
 * @CLINCH_EXCHANGE_ERROR_FORMAT: the content is not what the format asks for (an open quote, a NUL,
 *   no table at all)
 * @CLINCH_EXCHANGE_ERROR_ENCODING: a byte that the encoding does not have, or an encoding that
 *   nobody knows
 * @CLINCH_EXCHANGE_ERROR_TOO_LARGE: one of the limits of a table was passed
 * @CLINCH_EXCHANGE_ERROR_IO: the file could not be read or written
 * @CLINCH_EXCHANGE_ERROR_MAPPING: columns or values were mapped to something that does not exist or
 *   does not fit
 * @CLINCH_EXCHANGE_ERROR_CANCELLED: the user stopped it; nothing to show
 */
typedef enum
{
  CLINCH_EXCHANGE_ERROR_FORMAT,
  CLINCH_EXCHANGE_ERROR_ENCODING,
  CLINCH_EXCHANGE_ERROR_TOO_LARGE,
  CLINCH_EXCHANGE_ERROR_IO,
  CLINCH_EXCHANGE_ERROR_MAPPING,
  CLINCH_EXCHANGE_ERROR_CANCELLED,
} ClinchExchangeError;

/**
 * clinch_exchange_error_quark:
 *
 * Returns: the quark of %CLINCH_EXCHANGE_ERROR
 */
GQuark clinch_exchange_error_quark (void);

G_END_DECLS
