// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ClinchTestFault:
 * @CLINCH_TEST_FAULT_FULL: writing says that the disk is full
 * @CLINCH_TEST_FAULT_WRITE: writing fails
 * @CLINCH_TEST_FAULT_SYNC: bringing what was written to the disk fails
 * @CLINCH_TEST_FAULT_READ: reading fails
 * @CLINCH_TEST_FAULT_OPEN: a file or folder cannot be opened or made
 *
 * What a disk may do to a program. The functions of the C library through which SQLite, GLib and we
 * ourselves reach files are replaced in a program that this file is built into.
 */
typedef enum
{
  CLINCH_TEST_FAULT_FULL,
  CLINCH_TEST_FAULT_WRITE,
  CLINCH_TEST_FAULT_SYNC,
  CLINCH_TEST_FAULT_READ,
  CLINCH_TEST_FAULT_OPEN,
  CLINCH_TEST_N_FAULTS
} ClinchTestFault;

/**
 * clinch_test_fault_name:
 * @fault: a fault
 *
 * Returns: a word for messages of a test
 */
const char *clinch_test_fault_name    (ClinchTestFault  fault);

/**
 * clinch_test_faults_arm:
 * @directory: a folder; only what lies in it fails
 * @fault: what happens
 * @nth: the how manieth call fails, from 1
 * @stays: whether all calls after that fail as well
 *
 * From now on calls are counted, of all threads together.
 */
void        clinch_test_faults_arm    (const char      *directory,
                                       ClinchTestFault  fault,
                                       int              nth,
                                       gboolean         stays);

/**
 * clinch_test_faults_disarm:
 *
 * Returns: how many calls have failed since they were armed
 */
int         clinch_test_faults_disarm (void);

/**
 * clinch_test_faults_next:
 * @nth: the call that has failed
 *
 * Every one of the first 64 is tried; later what follows one failed call is like what follows
 * another. Under a sanitizer, which looks for slips in memory, that is so soon, and each try takes
 * five times as long.
 *
 * Returns: the call to fail next
 */
int         clinch_test_faults_next   (int              nth);

G_END_DECLS
