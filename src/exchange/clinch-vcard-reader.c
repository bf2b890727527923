// SPDX-License-Identifier: GPL-3.0-or-later
//
// vCards as a table of contacts.
//
// The file goes by piece by piece: bytes become lines, lines are unfolded into properties, a card's
// properties become a row at its END. Nothing but the card at work is kept, and of a property that
// is left out (a picture has megabytes) not even that.
#define G_LOG_DOMAIN "clinch-exchange"

#include "config.h"

#include "clinch-vcard-reader.h"

#include "clinch-byte-source.h"
#include "clinch-decoder.h"
#include "clinch-encoding.h"
#include "clinch-exchange-error.h"
#include "clinch-import-target.h"
#include "clinch-vcard-contact.h"
#include "clinch-vcard-property.h"

#include <glib/gi18n.h>
#include <string.h>

#define PIECE (64 * 1024)

/* What makes a file one of vCards. */
#define BEGINNING "BEGIN:VCARD"

typedef struct
{
  ClinchByteSource *source;
  char *encoding;
  ClinchDecoder *decoder; /* NULL where the bytes of ":" and line ends are those of ASCII */
  ClinchTable *table;
  GError *error;

  GString *pending;    /* the line of the file so far */
  GString *content;    /* the unfolded line so far */
  guint content_line;  /* where it begins, 0 for none */
  gboolean is_skipped; /* what it says is of no use, so it is not kept */
  gboolean is_too_long;
  gboolean is_soft;    /* a quoted-printable value goes on in the next line */
  guint line;
  gboolean in_line;
  gboolean after_cr;

  guint n_begun; /* lines that are BEGIN:VCARD */
  guint n_cards;
  guint card_line; /* where the card begins, 0 between cards */
  guint depth;     /* cards inside of it */
  GPtrArray *properties;
  char *problem;   /* the first one */
} Reader;

static void
clear_reader (Reader *self)
{
  g_clear_pointer (&self->source, clinch_byte_source_free);
  g_clear_pointer (&self->decoder, clinch_decoder_free);
  g_clear_pointer (&self->table, clinch_table_unref);
  g_clear_error (&self->error);
  g_free (self->encoding);
  g_string_free (self->content, TRUE);
  g_string_free (self->pending, TRUE);
  g_ptr_array_unref (self->properties);
  g_free (self->problem);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Takes @reason. */
static void
complain (Reader *self,
          guint   line,
          char   *reason)
{
  /* Translators: what is wrong with a vCard: its number, a line of the file, a sentence. */
  if (self->problem == NULL)
    self->problem = g_strdup_printf (_("Card %1$u, line %2$u: %3$s"), self->n_cards, line, reason);
  g_free (reason);
}

static void
append_cells (Reader *self,
              char  **cells)
{
  for (int i = 0; i < CLINCH_VCARD_N_CELLS && self->error == NULL; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";

      clinch_table_append_cell (self->table, cell, strlen (cell), self->card_line, &self->error);
    }
}

/* The card ends, with a row. */
static void
end_card (Reader *self)
{
  g_auto(ClinchVcardContact) contact = { { NULL } };
  char *reason;

  if (self->problem == NULL
      && !clinch_vcard_contact_read (&contact, self->properties, &reason))
    complain (self, self->card_line, reason);

  if (self->problem != NULL)
    clinch_table_set_row_problem (self->table, self->problem);
  else
    append_cells (self, contact.cells);
  if (self->error == NULL)
    clinch_table_end_row (self->table, self->card_line, &self->error);

  g_clear_pointer (&self->problem, g_free);
  g_ptr_array_set_size (self->properties, 0);
  self->card_line = 0;
  self->depth = 0;
}

static void
begin_card (Reader *self)
{
  if (self->n_cards >= CLINCH_VCARD_MAX_CARDS)
    {
      g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_TOO_LARGE,
                   _("Line %u begins a card past the 500,000 that a file may have. "
                     "Split the file into smaller ones and import them one after another."),
                   self->content_line);
      return;
    }
  self->n_cards++;
  self->card_line = self->content_line;
}

static const ClinchVcardProperty *
last_property (Reader *self)
{
  return self->properties->len > 0 ? self->properties->pdata[self->properties->len - 1] : NULL;
}

/* In version 2.1 a card may hold that of an assistant, behind AGENT. Every other card in a card
 * shows that the first was never closed. */
static void
meet_begin (Reader *self)
{
  const ClinchVcardProperty *last = last_property (self);

  self->n_begun++;
  if (self->card_line != 0
      && (self->depth > 0 || (last != NULL && g_str_equal (last->name, "AGENT"))))
    {
      self->depth++;
      return;
    }
  if (self->card_line != 0)
    {
      complain (self, self->content_line, g_strdup (_("The card is not closed by END:VCARD before "
                                                      "the next one begins.")));
      end_card (self);
    }
  if (self->error == NULL)
    begin_card (self);
}

static void
meet_end (Reader *self)
{
  if (self->depth > 0)
    self->depth--;
  else
    end_card (self);
}

static void
check_version (Reader                    *self,
               const ClinchVcardProperty *property)
{
  static const char * const versions[] = { "2.1", "3.0", "4.0", NULL };
  g_autofree char *version = g_strstrip (clinch_vcard_property_dup_text (property));
  g_autofree char *shown = NULL;

  if (g_strv_contains (versions, version))
    return;
  shown = g_utf8_substring (version, 0, MIN (g_utf8_strlen (version, -1), 20));
  complain (self, property->line, g_strdup_printf (_("“%s” is not one of the versions 2.1, 3.0 "
                                                     "and 4.0."), shown));
}

static void
take_property (Reader *self)
{
  g_autoptr(ClinchVcardProperty) property = NULL;
  char *reason;

  property = clinch_vcard_property_parse (self->content->str, self->content->len,
                                          self->decoder != NULL ? "UTF-8" : self->encoding,
                                          &reason);
  if (property == NULL)
    {
      complain (self, self->content_line, reason);
      return;
    }
  property->line = self->content_line;
  if (g_str_equal (property->name, "VERSION"))
    check_version (self, property);
  if (g_str_equal (property->name, "BEGIN") || g_str_equal (property->name, "END"))
    complain (self, self->content_line, g_strdup (_("Something else than a card begins or ends "
                                                    "inside the card.")));
  if (self->properties->len >= CLINCH_VCARD_MAX_PROPERTIES)
    complain (self, self->content_line, g_strdup (_("The card has more than 1,000 properties.")));
  else
    g_ptr_array_add (self->properties, g_steal_pointer (&property));
}

/* Text between two cards is a card by itself as far as the user is concerned: something that should
 * have been one and was not. */
static void
take_stray_line (Reader *self)
{
  begin_card (self);
  complain (self, self->content_line, g_strdup (_("The line stands outside of any card: "
                                                  "BEGIN:VCARD is missing.")));
}

static gboolean
is_line (Reader     *self,
         const char *text)
{
  gsize length = self->content->len;

  while (length > 0 && g_ascii_isspace (self->content->str[length - 1]))
    length--;

  return length == strlen (text) && g_ascii_strncasecmp (self->content->str, text, length) == 0;
}

static void
end_content (Reader *self)
{
  if (self->content_line == 0 || self->error != NULL)
    return;

  if (self->is_too_long)
    complain (self, self->content_line, g_strdup (_("The line is longer than 256 KB.")));
  else if (is_line (self, BEGINNING))
    meet_begin (self);
  else if (self->card_line != 0 && is_line (self, "END:VCARD"))
    meet_end (self);
  else if (self->card_line == 0)
    take_stray_line (self);
  else if (!self->is_skipped && self->depth == 0)
    take_property (self);

  g_string_truncate (self->content, 0);
  self->content_line = 0;
  self->is_skipped = self->is_too_long = self->is_soft = FALSE;
}

static gboolean
is_useless (const GString *content)
{
  static const char * const names[] = { "PHOTO", "LOGO", "SOUND", "KEY" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (clinch_vcard_head_is (content->str, content->len, names[i]))
      return TRUE;

  return FALSE;
}

static void
keep (Reader     *self,
      const char *bytes,
      gsize       length)
{
  gsize room = CLINCH_VCARD_MAX_LINE - self->content->len;

  if (self->is_skipped || self->is_too_long)
    return;
  g_string_append_len (self->content, bytes, MIN (length, room));
  if (length > room)
    {
      self->is_skipped = is_useless (self->content);
      self->is_too_long = !self->is_skipped;
    }
}

/* Some programs do not indent the lines of a picture. */
static gboolean
is_base64_line (Reader     *self,
                const char *bytes,
                gsize       length)
{
  if (!self->is_skipped)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (bytes[i]) && strchr ("+/= \t", bytes[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* The beginning of a line: it goes on with the one before, or begins something new. */
static void
begin_line (Reader      *self,
            const char **bytes,
            gsize       *length)
{
  self->line++;
  if (self->content_line != 0 && self->is_soft)
    {
      self->is_soft = FALSE;
      return;
    }
  if (self->content_line != 0 && (**bytes == ' ' || **bytes == '\t'))
    {
      (*bytes)++;
      (*length)--;
      return;
    }
  if (self->content_line != 0 && is_base64_line (self, *bytes, *length))
    return;
  end_content (self);
  self->content_line = self->line;
}

/* The end of a line: is it known to go on, or to be of no use? */
static void
end_line (Reader *self)
{
  if (self->content_line == 0 || self->is_skipped || self->is_too_long)
    return;

  self->is_skipped = is_useless (self->content);
  self->is_soft = clinch_vcard_line_is_soft (self->content->str, self->content->len);
  if (self->is_soft)
    g_string_truncate (self->content, self->content->len - 1);
}

/* Feeds a line or, without @ended, the beginning of one that is very long. */
static void
feed_line (Reader     *self,
           const char *bytes,
           gsize       length,
           gboolean    ended)
{
  gboolean is_blank = TRUE;

  for (gsize i = 0; is_blank && i < length; i++)
    is_blank = bytes[i] == ' ' || bytes[i] == '\t';
  if (!self->in_line && is_blank && (length == 0 || self->content_line == 0))
    {
      self->line++;
      end_content (self);
      return;
    }
  if (!self->in_line)
    begin_line (self, &bytes, &length);
  keep (self, bytes, length);
  self->in_line = !ended;
  if (ended)
    end_line (self);
}

static void
feed_text (Reader     *self,
           const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length && self->error == NULL; i++)
    {
      gboolean is_second = self->after_cr && text[i] == '\n';

      self->after_cr = text[i] == '\r';
      if (is_second)
        continue;
      if (text[i] != '\r' && text[i] != '\n')
        {
          g_string_append_c (self->pending, text[i]);
          if (self->pending->len <= CLINCH_VCARD_MAX_LINE)
            continue;
        }
      feed_line (self, self->pending->str, self->pending->len,
                 text[i] == '\r' || text[i] == '\n');
      g_string_truncate (self->pending, 0);
    }
}

static void
end_file (Reader *self)
{
  if (self->pending->len > 0 || self->in_line)
    feed_line (self, self->pending->str, self->pending->len, TRUE);
  end_content (self);
  if (self->error == NULL && self->n_begun == 0)
    g_set_error_literal (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_FORMAT,
                         _("The file holds no vCard: no line of it is BEGIN:VCARD."));
  if (self->error == NULL && self->card_line != 0)
    {
      complain (self, self->line, g_strdup (_("The card is not closed by END:VCARD before the file "
                                              "ends.")));
      end_card (self);
    }
  if (self->error == NULL)
    {
      clinch_table_set_source (self->table, self->encoding, 0);
      clinch_table_finish (self->table);
    }
}

static gboolean
decode_piece (Reader       *self,
              const guint8 *piece,
              gsize         length,
              gboolean      is_last)
{
  g_autoptr(GString) text = NULL;

  if (self->decoder == NULL)
    {
      feed_text (self, (const char *) piece, length);
      return TRUE;
    }

  text = g_string_sized_new (2 * PIECE);
  if (!clinch_decoder_feed (self->decoder, piece, length, is_last, text))
    {
      g_set_error (&self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_ENCODING,
                   _("After line %u the file is not valid in the encoding %s. "
                     "Choose another encoding, or save the file again as UTF-8."),
                   self->line, self->encoding);
      return FALSE;
    }
  feed_text (self, text->str, text->len);

  return TRUE;
}

static gboolean
read_pieces (Reader                *self,
             goffset                offset,
             GCancellable          *cancellable,
             GFileProgressCallback  progress,
             gpointer               progress_data)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  goffset size = clinch_byte_source_get_size (self->source);
  gboolean is_last = FALSE;

  while (!is_last && self->error == NULL)
    {
      gssize length = clinch_byte_source_read (self->source, offset, piece, PIECE, cancellable,
                                               &self->error);

      if (length < 0)
        return FALSE;
      is_last = length < PIECE;
      if (!decode_piece (self, piece, length, is_last))
        return FALSE;
      offset += length;
      if (progress != NULL)
        progress (offset, MAX (size, offset), progress_data);
    }
  end_file (self);

  return self->error == NULL;
}

static void
name_columns (ClinchTable *table)
{
  static const int targets[CLINCH_VCARD_N_CELLS] = {
    [CLINCH_VCARD_NAME] = CLINCH_CONTACT_NAME,
    [CLINCH_VCARD_CUSTOMER] = CLINCH_CONTACT_CUSTOMER,
    [CLINCH_VCARD_TITLE] = CLINCH_CONTACT_TITLE,
    [CLINCH_VCARD_DEPARTMENT] = CLINCH_CONTACT_DEPARTMENT,
    [CLINCH_VCARD_MOBILE] = CLINCH_CONTACT_MOBILE,
    [CLINCH_VCARD_PHONE] = CLINCH_CONTACT_PHONE,
    [CLINCH_VCARD_EMAIL] = CLINCH_CONTACT_EMAIL,
    [CLINCH_VCARD_WECHAT] = CLINCH_CONTACT_WECHAT,
    [CLINCH_VCARD_NOTE] = CLINCH_CONTACT_NOTE,
    [CLINCH_VCARD_BIRTHDAY] = CLINCH_CONTACT_BIRTHDAY,
    [CLINCH_VCARD_UID] = CLINCH_IMPORT_UID,
  };

  for (int i = 0; i < CLINCH_VCARD_N_CELLS; i++)
    {
      const ClinchField *field = clinch_import_target_field (CLINCH_KIND_CONTACT, targets[i]);
      g_autofree char *name = field == NULL
                              ? clinch_import_target_name (CLINCH_KIND_CONTACT, targets[i])
                              : g_strdup (clinch_field_label (field));

      clinch_table_append_cell (table, name, strlen (name), 0, NULL);
    }
  clinch_table_end_row (table, 0, NULL);
  clinch_table_take_names (table);
}

static gsize
mark_length (const guint8 *head,
             gsize         length)
{
  return length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static gboolean
has_beginning (const guint8 *head,
               gsize         length)
{
  gsize at = mark_length (head, length);

  while (at < length && g_ascii_isspace (head[at]))
    at++;

  return length - at >= strlen (BEGINNING)
         && g_ascii_strncasecmp ((const char *) head + at, BEGINNING, strlen (BEGINNING)) == 0;
}

/* A file whose bytes begin as a card is read as it is, value by value: one card may be in UTF-8 and
 * the next in GBK, and a damaged one is only that. Everything else, such as UTF-16, is decoded as a
 * whole. */
static gboolean
find_encoding (Reader       *self,
               const char   *name,
               goffset      *start,
               GCancellable *cancellable)
{
  g_autofree char *wanted = name != NULL ? clinch_encoding_resolve (name, &self->error) : NULL;
  guint8 head[256];
  gssize length;

  if (name != NULL && wanted == NULL)
    return FALSE;
  length = clinch_byte_source_read (self->source, 0, head, sizeof head, cancellable, &self->error);
  if (length < 0)
    return FALSE;
  *start = mark_length (head, length);

  self->encoding = clinch_encoding_detect (self->source, wanted, cancellable, &self->error);
  if (has_beginning (head, length))
    {
      if (g_error_matches (self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_CANCELLED)
          || g_error_matches (self->error, CLINCH_EXCHANGE_ERROR, CLINCH_EXCHANGE_ERROR_IO))
        return FALSE;
      g_clear_error (&self->error);
      if (self->encoding == NULL)
        self->encoding = g_strdup ("UTF-8");
      return TRUE;
    }

  if (self->encoding != NULL && !g_str_equal (self->encoding, "UTF-8")
      && !g_str_equal (self->encoding, "GB18030"))
    self->decoder = clinch_decoder_new (self->encoding, &self->error);

  return self->error == NULL;
}

static ClinchTable *
read_source (ClinchByteSource       *source,
             const char             *encoding,
             GCancellable           *cancellable,
             GFileProgressCallback   progress,
             gpointer                progress_data,
             GError                **error)
{
  g_auto(Reader) self = { .source = source };
  goffset start = 0;

  self.content = g_string_new (NULL);
  self.pending = g_string_new (NULL);
  self.properties =
    g_ptr_array_new_with_free_func ((GDestroyNotify) clinch_vcard_property_free);
  self.table = clinch_table_new ();
  name_columns (self.table);

  if (!find_encoding (&self, encoding, &start, cancellable)
      || !read_pieces (&self, start, cancellable, progress, progress_data))
    {
      g_propagate_error (error, g_steal_pointer (&self.error));
      return NULL;
    }

  return g_steal_pointer (&self.table);
}

gboolean
clinch_vcard_is_file (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr(ClinchByteSource) source = NULL;
  guint8 head[256];
  gssize length;

  if (g_str_has_suffix (lower, ".vcf") || g_str_has_suffix (lower, ".vcard"))
    return TRUE;

  source = clinch_byte_source_new_for_file (path, NULL);
  length = source != NULL
           ? clinch_byte_source_read (source, 0, head, sizeof head, NULL, NULL) : -1;

  return length > 0 && has_beginning (head, length);
}

ClinchTable *
clinch_vcard_read_file (const char             *path,
                        const char             *encoding,
                        GCancellable           *cancellable,
                        GFileProgressCallback   progress,
                        gpointer                progress_data,
                        GError                **error)
{
  ClinchByteSource *source;

  g_return_val_if_fail (path != NULL, NULL);

  source = clinch_byte_source_new_for_file (path, error);
  if (source == NULL)
    return NULL;

  return read_source (source, encoding, cancellable, progress, progress_data, error);
}

ClinchTable *
clinch_vcard_read_bytes (GBytes        *bytes,
                         const char    *encoding,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_source (clinch_byte_source_new_for_bytes (bytes), encoding, cancellable, NULL, NULL,
                      error);
}
