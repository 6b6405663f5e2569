package org.lodestar.app.web;

import java.util.List;

/**
 * What the page of one participant shows.
 *
 * @param timeline the picture; empty before anything was dated
 * @param happenings the same facts as a table
 */
record ParticipantView(
    String code,
    String number,
    String standing,
    List<Fact> facts,
    String timeline,
    String course,
    String courseSays,
    List<Happening> happenings,
    List<VisitForms> visits,
    long forms,
    long complete) {

  /** A label and what is known. */
  record Fact(String label, String value) {}

  /** One line of the table behind the timeline. */
  record Happening(String day, String lane, String what) {}

  /** The forms of one visit. */
  record VisitForms(String key, String name, List<FormLine> forms, long complete) {}

  record FormLine(String name, String address, String shape, String state, String day) {}
}
