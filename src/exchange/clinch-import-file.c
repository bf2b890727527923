// SPDX-License-Identifier: GPL-3.0-or-later
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-import-file.h"

#include "clinch-vcard-reader.h"

ClinchTable *
clinch_import_read_file (const char              *path,
                         const ClinchCsvOptions  *options,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  if (clinch_vcard_is_file (path))
    return clinch_vcard_read_file (path, options != NULL ? options->encoding : NULL, cancellable,
                                   NULL, NULL, error);

  return clinch_csv_read_file (path, options, cancellable, NULL, NULL, error);
}
