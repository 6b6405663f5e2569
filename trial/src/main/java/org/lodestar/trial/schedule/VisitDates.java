package org.lodestar.trial.schedule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;

/**
 * When a visit took place: the first date on the form that says most about it. A dose or a scan
 * says more than the blood sample that was taken days before.
 */
final class VisitDates {
  private record Source(String kind, String item, boolean withTime) {}

  /** In the order in which they speak for a visit. */
  private static final List<Source> SOURCES =
      List.of(
          new Source("administration", "started-at", true),
          new Source("tumour-assessment", "assessed-on", false),
          new Source("consent", "signed-on", false),
          new Source("fraction", "delivered-at", true),
          new Source("rt-milestones", "simulation-on", false),
          new Source("survival-contact", "contacted-on", false),
          new Source("vital-signs", "measured-on", false),
          new Source("performance", "assessed-on", false),
          new Source("prescription", "planned-on", false),
          new Source("endoscopy", "performed-on", false),
          new Source("laboratory", "sampled-on", false),
          new Source("cardiac-thyroid", "tested-on", false));

  private VisitDates() {}

  static Map<String, LocalDate> read(Sheets sheets) {
    Map<String, LocalDate> days = new HashMap<>();
    for (Source source : SOURCES) {
      Map<String, LocalDate> found = new HashMap<>();
      for (Sheet sheet : sheets.of(source.kind())) {
        var day = source.withTime() ? sheet.day(source.item()) : sheet.date(source.item());
        day.known().ifPresent(date -> found.merge(sheet.visit(), date, VisitDates::earlier));
      }
      found.forEach(days::putIfAbsent);
    }
    return days;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
