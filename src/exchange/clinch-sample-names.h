// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinch-sample-words.h"

G_BEGIN_DECLS

/**
 * ClinchSampleNames:
 *
 * Makes names out of tables, each name once: no person and no company of the sample is a real one
 * by intent, and no two have the same name.
 */
typedef struct _ClinchSampleNames ClinchSampleNames;

/**
 * ClinchSamplePerson:
 * @name: the whole name
 * @surname: its part
 * @given: its other part
 */
typedef struct
{
  char *name;
  char *surname;
  char *given;
} ClinchSamplePerson;

/**
 * ClinchSampleCompany:
 * @name: the whole name
 * @short_name: what everybody calls it
 * @brand: the part of the name that is its own
 * @city: index of its city
 */
typedef struct
{
  char  *name;
  char  *short_name;
  char  *brand;
  guint  city;
} ClinchSampleCompany;

/**
 * clinch_sample_names_new:
 * @words: where the parts are; must outlive the names
 *
 * Returns: (transfer full): names, none given yet
 */
ClinchSampleNames *clinch_sample_names_new     (const ClinchSampleWords *words)
G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_sample_names_free:
 * @self: names
 */
void               clinch_sample_names_free    (ClinchSampleNames       *self);

/**
 * clinch_sample_names_take:
 * @self: names
 * @name: a name
 *
 * Returns: %TRUE if nobody had @name before; it is given away now
 */
gboolean           clinch_sample_names_take    (ClinchSampleNames       *self,
                                                const char              *name);

/**
 * clinch_sample_names_person:
 * @self: names
 * @random: what decides
 * @person: (out caller-allocates): the person
 */
void               clinch_sample_names_person  (ClinchSampleNames       *self,
                                                ClinchSampleRandom      *random,
                                                ClinchSamplePerson      *person);

/**
 * clinch_sample_names_parse:
 * @self: names
 * @name: a whole name
 * @person: (out caller-allocates): the person called so
 */
void               clinch_sample_names_parse   (ClinchSampleNames       *self,
                                                const char              *name,
                                                ClinchSamplePerson      *person);

/**
 * clinch_sample_names_company:
 * @self: names
 * @random: what decides
 * @industry: index of its industry
 * @parent: (nullable): brand of the company it belongs to
 * @company: (out caller-allocates): the company
 */
void               clinch_sample_names_company (ClinchSampleNames       *self,
                                                ClinchSampleRandom      *random,
                                                guint                    industry,
                                                const char              *parent,
                                                ClinchSampleCompany     *company);

/**
 * clinch_sample_names_latin:
 * @text: a name
 * @is_surname: whether it is a surname, which can sound otherwise
 *
 * Returns: (transfer full): the name in small letters a to z, Chinese by its sound; for mail
 *   addresses
 */
char              *clinch_sample_names_latin   (const char              *text,
                                                gboolean                 is_surname)
                                                G_GNUC_WARN_UNUSED_RESULT;

/**
 * clinch_sample_person_clear:
 * @person: a person
 */
void               clinch_sample_person_clear  (ClinchSamplePerson      *person);

/**
 * clinch_sample_company_clear:
 * @company: a company
 */
void               clinch_sample_company_clear (ClinchSampleCompany     *company);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinchSampleNames, clinch_sample_names_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchSamplePerson, clinch_sample_person_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinchSampleCompany, clinch_sample_company_clear)

G_END_DECLS
