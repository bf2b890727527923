// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchTouch:
 * @CLINCH_TOUCH_NOTE: something written down; nobody at the customer noticed
 * @CLINCH_TOUCH_EXECUTIVE_MEETING: a meeting or visit with an executive, theirs or ours
 * @CLINCH_TOUCH_MEETING: a meeting
 * @CLINCH_TOUCH_VISIT: a visit
 * @CLINCH_TOUCH_CALL: a call
 * @CLINCH_TOUCH_MESSAGE: a short message
 * @CLINCH_TOUCH_MAIL: a mail
 * @CLINCH_TOUCH_DOCUMENT: a document that was sent
 * @CLINCH_TOUCH_FEEDBACK: the customer's own word, always from the customer
 *
 * How two sides got in touch.
 */
typedef enum
{
  CLINCH_TOUCH_NOTE,
  CLINCH_TOUCH_EXECUTIVE_MEETING,
  CLINCH_TOUCH_MEETING,
  CLINCH_TOUCH_VISIT,
  CLINCH_TOUCH_CALL,
  CLINCH_TOUCH_MESSAGE,
  CLINCH_TOUCH_MAIL,
  CLINCH_TOUCH_DOCUMENT,
  CLINCH_TOUCH_FEEDBACK,
  CLINCH_N_TOUCHES,
} ClinchTouch;

/**
 * ClinchTouchRate:
 * @weight: what it is worth on its day
 * @half_life_days: days after which it is worth half of that, more than 0
 * @minutes: how long it takes us where nobody noted it
 */
typedef struct
{
  int weight;
  int half_life_days;
  int minutes;
} ClinchTouchRate;

/**
 * ClinchEngagementRates:
 * @touches: by #ClinchTouch
 * @reply_factor: what comes from the customer is worth so many times as much
 * @warm: the engagement that makes a warmth of 50
 */
typedef struct
{
  ClinchTouchRate touches[CLINCH_N_TOUCHES];
  int             reply_factor;
  int             warm;
} ClinchEngagementRates;

/**
 * ClinchEngagementEvent:
 * @at: when, Unix seconds; one in the future counts as now
 * @touch: what
 * @from_customer: whether the customer made the step
 */
typedef struct
{
  gint64      at;
  ClinchTouch touch;
  gboolean    from_customer;
} ClinchEngagementEvent;

/**
 * ClinchEngagement:
 * @hundredths: the engagement in hundredths of a point
 * @warmth: the same as 0 to 100
 * @n_events: how many events count at all
 */
typedef struct
{
  gint64 hundredths;
  int    warmth;
  int    n_events;
} ClinchEngagement;

/**
 * ClinchRhythmRule:
 * @factor: a silence is long from so many times the usual gap on
 * @least_days: but never before so many days
 * @least_gaps: so many gaps make a rhythm; with fewer the agreed cadence stands for it
 */
typedef struct
{
  int factor;
  int least_days;
  int least_gaps;
} ClinchRhythmRule;

/**
 * ClinchRhythm:
 * @gap_days: the usual days between two contacts; 0 if nothing is known
 * @own: whether that is the median of the own gaps, and not the cadence
 * @last_at: the last contact, Unix seconds; 0 if there was none
 * @silence_days: whole days since then; -1 if there was none
 * @limit_days: the silence from which on it is cold; 0 if nothing is known
 * @cold: whether it is
 * @due_at: when to get in touch next, Unix seconds, also if that is past; 0 if nothing says so
 */
typedef struct
{
  int      gap_days;
  gboolean own;
  gint64   last_at;
  int      silence_days;
  int      limit_days;
  gboolean cold;
  gint64   due_at;
} ClinchRhythm;

/**
 * clinch_engagement_rates:
 *
 * What a workspace begins with. Weight and half-life: meeting with an executive 10, 60 d; meeting
 * and visit 6, 30 d; call 3, 14 d; message and mail 1, 7 d; document 2, 14 d; replies twice. A
 * half-life for each kind of event is the exact form of the score decay that marketing systems do
 * in steps; the figures are our own default, and so are the minutes and the warmth of 50 at 10
 * points.
 */
extern const ClinchEngagementRates clinch_engagement_rates;

/**
 * clinch_rhythm_rule:
 *
 * Cold is a silence of more than twice the own median gap, and of 10 days at least; two gaps make a
 * rhythm. Own default.
 */
extern const ClinchRhythmRule clinch_rhythm_rule;

/* Above this warmth a person is an active contact: a meeting in the last week does it. From
 * relationship scoring of the trade, which counts a thread from a strength of 30 on. */
#define CLINCH_ACTIVE_WARMTH 30

/**
 * clinch_touch_from_code:
 * @code: (nullable): code of a kind of follow-up, "executive-meeting" or "document"
 *
 * Returns: what it is; %CLINCH_TOUCH_NOTE for what is not known
 */
ClinchTouch      clinch_touch_from_code     (const char                  *code);

/**
 * clinch_days_since:
 * @then: an instant, Unix seconds
 * @now: the current instant
 *
 * Counts as people do: what was yesterday evening is one day ago, whatever the hour.
 *
 * Returns: days of the clock's calendar from @then to @now; 0 if it is today or yet to come
 */
int              clinch_days_since          (gint64                       then,
                                             gint64                       now);

/**
 * clinch_engagement_of_event:
 * @event: an event
 * @rates: what events are worth
 * @now: the current instant, Unix seconds
 *
 * What one event still adds to the engagement: weight × 2^(−age ÷ half-life), with the age in days
 * and their fractions.
 *
 * Returns: hundredths of a point, rounded
 */
int              clinch_engagement_of_event (const ClinchEngagementEvent *event,
                                             const ClinchEngagementRates *rates,
                                             gint64                       now);

/**
 * clinch_engagement_warmth:
 * @hundredths: an engagement, hundredths of a point
 * @rates: what events are worth
 *
 * Returns: the warmth that it makes, as clinch_engagement() has it, 0 to 100
 */
int              clinch_engagement_warmth   (gint64                       hundredths,
                                             const ClinchEngagementRates *rates);

/**
 * clinch_engagement:
 * @events: (array length=n_events): what happened with a person, a customer or a pair of people, in
 *   any order
 * @n_events: how many
 * @rates: what events are worth
 * @now: the current instant, Unix seconds
 *
 * Σ clinch_engagement_of_event(), and as a warmth: 100 × (1 − 2^(−engagement ÷ warm)), where every
 * 10 points halve what is missing to 100, so that ten messages do not look like ten meetings and a
 * busy month does not run off the scale. The warmth is our own default.
 *
 * Returns: the figures
 */
ClinchEngagement clinch_engagement          (const ClinchEngagementEvent *events,
                                             gsize                        n_events,
                                             const ClinchEngagementRates *rates,
                                             gint64                       now);

/**
 * clinch_rhythm:
 * @contacts: (array length=n_contacts): instants of the contacts, Unix seconds, in any order;
 *   without notes
 * @n_contacts: how many
 * @cadence_days: the agreed days between two contacts, 0 or less for none
 * @rule: when a silence is long
 * @now: the current instant, Unix seconds
 *
 * Compares the silence with the customer's or the person's own rhythm: the median of the gaps
 * between contacts, counted in days; contacts less than half a day apart are one. Those in the
 * future are left out. The next contact is due a cadence after the last one, or else a usual gap
 * after it; where there was none, now.
 *
 * Returns: the reading
 */
ClinchRhythm     clinch_rhythm              (const gint64                *contacts,
                                             gsize                        n_contacts,
                                             int                          cadence_days,
                                             const ClinchRhythmRule      *rule,
                                             gint64                       now);

G_END_DECLS
