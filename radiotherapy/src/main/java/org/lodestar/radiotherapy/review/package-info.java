/** The reviewer's checklist as data: values, evidence, verdicts. */
@org.jspecify.annotations.NullMarked
package org.lodestar.radiotherapy.review;
