/** Screening, eligibility, consent, staging, numbering, the cap. */
@org.jspecify.annotations.NullMarked
package org.lodestar.trial.enrolment;
