package org.lodestar.app.web;

import java.util.List;

/**
 * What the page of one participant shows.
 *
 * @param badges what needs a person now
 * @param timeline the picture; empty before anything was dated
 * @param course the picture of the weeks of radiotherapy; empty before the first fraction
 * @param courseSays what became of the course and what its overall time costs
 * @param endoscopy whether an endoscopy judged the primary tumour
 * @param readers whether anybody but the site has read her images
 * @param events adverse events, each with what its day says of an effect of radiation
 * @param consent which version of the consent form was signed, or is to be signed
 * @param happenings the same facts as a table
 * @param planned visits to come of which nothing is recorded
 */
record ParticipantView(
    String code,
    String number,
    String standing,
    List<Badge> badges,
    List<Fact> facts,
    String timeline,
    String course,
    String courseSays,
    boolean endoscopy,
    boolean readers,
    String consent,
    List<EventLine> events,
    List<Happening> happenings,
    List<VisitForms> visits,
    List<Planned> planned,
    long forms,
    long complete) {

  /**
   * @param kind of style: r, a, b
   */
  record Badge(String kind, String shape, String words) {}

  /** A label and what is known. */
  record Fact(String label, String value) {}

  /** One line of the table behind the timeline. */
  record Happening(String day, String lane, String what) {}

  /**
   * The forms of one visit.
   *
   * @param waiting whether one of them waits for somebody
   */
  record VisitForms(
      String key, String name, List<FormLine> forms, long complete, boolean waiting) {}

  /**
   * @param day of the last entry, or when it is due
   * @param why of a form that waits
   */
  record FormLine(
      String name, String address, String shape, String state, String day, String why) {}

  record Planned(String name, String day, String window) {}
}
