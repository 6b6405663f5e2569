package org.lodestar.app.web;

/**
 * One thing that a rule found about a participant, in a list of such things.
 *
 * @param shape of the mark before it
 * @param colour of the mark
 * @param participant how she is called in the list
 * @param day on which it happened; empty where no day belongs to it
 * @param says the sentence of the rule
 * @param why where its tree stands
 */
record FoundLine(
    String shape,
    String colour,
    String participant,
    String code,
    String day,
    String says,
    String why) {}
