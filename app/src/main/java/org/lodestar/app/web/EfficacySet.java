package org.lodestar.app.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.trial.efficacy.ParticipantEfficacy;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.report.Course;
import org.lodestar.trial.report.EfficacyTables;
import org.lodestar.trial.report.SurvivalPicture;

/**
 * The efficacy of all enrolled at one moment, derived once for the page, its pictures and its
 * files.
 */
record EfficacySet(
    Protocol protocol,
    LocalDate cutoff,
    List<ParticipantEfficacy> participants,
    List<Course> courses) {
  EfficacySet {
    participants = List.copyOf(participants);
    courses = List.copyOf(courses);
  }

  static EfficacySet read(EfficacyReader reader, List<ParticipantCode> enrolled) {
    Optional<BigDecimal> month = reader.protocol().get(EndpointSettings.MONTH_DAYS).find();
    List<ParticipantEfficacy> participants = new ArrayList<>();
    List<Course> courses = new ArrayList<>();
    for (ParticipantCode code : enrolled) {
      ParticipantEfficacy efficacy = reader.participant(code);
      participants.add(efficacy);
      month
          .flatMap(days -> Course.of(code, reader.sheets(code), efficacy, reader.cutoff(), days))
          .ifPresent(courses::add);
    }
    return new EfficacySet(reader.protocol(), reader.cutoff(), participants, courses);
  }

  EfficacyTables tables() {
    return new EfficacyTables(protocol, participants);
  }

  List<Course> courses(Course.Order order) {
    return courses.stream().sorted(order.comparator()).toList();
  }

  /** From when the months of the courses count. */
  Words axis() {
    return SurvivalPicture.axis(protocol, EndpointSettings.OS_ORIGIN);
  }
}
