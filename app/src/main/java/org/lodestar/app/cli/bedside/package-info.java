/** Commands for a person who has one question and no trial: a response, a grade, a dose, a date. */
@org.jspecify.annotations.NullMarked
package org.lodestar.app.cli.bedside;
