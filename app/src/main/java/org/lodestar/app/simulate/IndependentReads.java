package org.lodestar.app.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Reader;

/**
 * Two independent readers read all images of one participant in one sitting, some weeks after the
 * last. Each measures a little otherwise than the site; where the scenario says that they differ,
 * the second one sees a new lesion that nobody else sees.
 */
final class IndependentReads {
  private static final int SITTING_AFTER_DAYS = 21;
  private static final int ADJUDICATED_AFTER_DAYS = 14;
  private static final int EARLIEST_DIFFERENCE = 2;
  private static final Map<Reader, BigDecimal> HAND =
      Map.of(
          Reader.INDEPENDENT_1, new BigDecimal("1.02"),
          Reader.INDEPENDENT_2, new BigDecimal("0.99"));

  private final Scenario.Review review;
  private final Diary diary;
  private final Figures figures;
  private final Map<String, Integer> repeats = new HashMap<>();

  IndependentReads(Scenario.Review review, Diary diary, Figures figures) {
    this.review = review;
    this.diary = diary;
    this.figures = figures;
  }

  /**
   * Reads, and has somebody adjudicate where the scenario says so.
   *
   * @param scans the baseline and every assessment after it
   */
  void read(List<Scans.Scan> scans) {
    if (scans.size() <= EARLIEST_DIFFERENCE) {
      return;
    }
    LocalDate sitting = figures.nextClinicDay(scans.getLast().day().plusDays(SITTING_AFTER_DAYS));
    for (Reader reader : List.of(Reader.INDEPENDENT_1, Reader.INDEPENDENT_2)) {
      for (int i = 0; i < scans.size(); i++) {
        boolean alone =
            review.differs() && reader == Reader.INDEPENDENT_2 && i == EARLIEST_DIFFERENCE;
        read(reader, scans.get(i), alone, sitting);
        if (alone) {
          break;
        }
      }
    }
    if (review.differs() && review.adjudicated()) {
      LocalDate day = figures.nextClinicDay(sitting.plusDays(ADJUDICATED_AFTER_DAYS));
      diary.add(new Act.Adjudicate(diary.moment(day), Reader.INDEPENDENT_1));
    }
  }

  private void read(Reader reader, Scans.Scan scan, boolean seesNewLesion, LocalDate sitting) {
    List<Chart> lesions = new ArrayList<>();
    for (Chart lesion : scan.lesions()) {
      lesions.add(measuredBy(reader, lesion));
    }
    if (seesNewLesion) {
      lesions.add(Scans.newLesion(scan.day()).put("reader", reader.key()));
    }
    for (Chart lesion : lesions) {
      enter(scan, lesion, sitting);
    }
    Chart reading = new Chart("tumour-assessment").with(scan.reading());
    reading.put("reader", reader.key());
    if (seesNewLesion) {
      reading.put("new-lesion", "unequivocal").put("response", "PD");
      reading.put("progression-site", "distant");
    }
    enter(scan, reading, sitting);
  }

  /** The site's copies of a form come first. */
  private void enter(Scans.Scan scan, Chart chart, LocalDate sitting) {
    int first = chart.form().equals("lesion") ? scan.lesions().size() : 1;
    int repeat = first + repeats.merge(scan.visit() + chart.form(), 1, Integer::sum);
    diary.whole(sitting, Role.INDEPENDENT_READER, scan.visit(), repeat, chart);
  }

  private static Chart measuredBy(Reader reader, Chart lesion) {
    Chart chart = new Chart(lesion.form()).with(lesion).put("reader", reader.key());
    lesion
        .number("diameter")
        .ifPresent(
            mm ->
                chart.put(
                    "diameter",
                    mm.multiply(HAND.get(reader)).setScale(1, RoundingMode.HALF_EVEN),
                    "mm"));
    return chart;
  }
}
