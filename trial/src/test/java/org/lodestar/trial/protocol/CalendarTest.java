package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final String CHINA_FILE = "calendars/china.yaml";
  private static final Map<String, WorkingDayCalendar> SHIPPED =
      read(Bundle.of(TrialFolder.files("calendars/")));
  private static final WorkingDayCalendar CHINA = SHIPPED.get("china");
  private static final WorkingDayCalendar DEPARTMENT = SHIPPED.get("radiotherapy");

  private static Map<String, WorkingDayCalendar> read(Bundle bundle) {
    Findings.Builder findings = new Findings.Builder();
    Map<String, WorkingDayCalendar> calendars = CalendarReader.read(bundle, findings);
    assertThat(findings.build().all()).isEmpty();
    return calendars;
  }

  /** Counts of chinese-days 1.5.7, which agreed with the file on every day of the twelve years. */
  @ParameterizedTest(name = "{0} has {1} working days")
  @CsvSource({
    "2015, 249",
    "2016, 250",
    "2017, 249",
    "2018, 250",
    "2019, 250",
    "2020, 249",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 248",
    "2026, 248"
  })
  void aYearHasItsWorkingDays(int year, int workingDays) {
    long counted =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(CHINA::isWorkingDay)
            .count();
    assertThat(counted).isEqualTo(workingDays);
  }

  @ParameterizedTest(name = "{0}: working {1}")
  @CsvSource({
    "2015-01-04, true", "2015-09-03, false", "2015-09-06, true", "2016-04-02, false",
    "2018-01-01, false", "2018-06-16, false", "2018-09-22, false", "2018-12-29, true",
    "2018-12-31, false", "2019-05-02, false", "2020-01-31, false", "2020-02-01, false",
    "2020-02-03, true", "2023-01-03, true", "2024-02-09, true", "2024-02-18, true",
    "2026-01-04, true", "2026-02-14, true", "2026-02-23, false", "2026-02-28, true",
    "2026-05-09, true", "2026-09-20, true", "2026-10-10, true", "2026-10-08, true"
  })
  void daysThatSourcesDisagreeAboutFollowTheNotice(LocalDate day, boolean working) {
    assertThat(CHINA.isWorkingDay(day)).isEqualTo(working);
  }

  @Test
  void theYear2026HasThirtyThreeDaysOffAndSixMakeUpDays() {
    long off =
        CHINA.specials().entrySet().stream()
            .filter(day -> day.getKey().getYear() == 2026 && !day.getValue().working())
            .count();
    long makeUp =
        CHINA.specials().entrySet().stream()
            .filter(day -> day.getKey().getYear() == 2026 && day.getValue().working())
            .count();
    assertThat(off).isEqualTo(33);
    assertThat(makeUp).isEqualTo(6);
  }

  @Test
  void everyMakeUpDayIsAWeekendAndSaysWhy() {
    CHINA
        .specials()
        .forEach(
            (day, special) -> {
              assertThat(special.why().zh()).isNotBlank();
              if (special.working()) {
                assertThat(day.getDayOfWeek().getValue()).as(day.toString()).isGreaterThan(5);
              }
            });
  }

  @Test
  void anUnpublishedYearIsMondayToFridayAndProvisional() {
    assertThat(CHINA.on(LocalDate.of(2027, 1, 1)))
        .isEqualTo(new WorkingDayCalendar.Day(LocalDate.of(2027, 1, 1), true, true, null));
    assertThat(CHINA.on(LocalDate.of(2027, 1, 2)).working()).isFalse();
    assertThat(CHINA.on(LocalDate.of(2026, 12, 31)).provisional()).isFalse();
    assertThat(WorkingDayCalendar.mondayToFriday().on(LocalDate.of(2024, 10, 1)).provisional())
        .isTrue();
  }

  @Test
  void theDepartmentHasTheLastWord() {
    assertThat(CHINA.isWorkingDay(LocalDate.of(2025, 6, 13))).isTrue();
    assertThat(DEPARTMENT.isWorkingDay(LocalDate.of(2025, 6, 13))).isFalse();
    assertThat(CHINA.isWorkingDay(LocalDate.of(2024, 2, 24))).isFalse();
    assertThat(DEPARTMENT.isWorkingDay(LocalDate.of(2024, 2, 24))).isTrue();
    assertThat(DEPARTMENT.isWorkingDay(LocalDate.of(2024, 10, 1))).isFalse();
    assertThat(DEPARTMENT.published()).isEqualTo(CHINA.published());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "- year: 2016 | - year: 2015 | year-twice",
        "2015-01-04, 2015-02-15 | 2015-01-01, 2015-02-15 | day-twice",
        "from: 2016-01-01, to: 2016-01-01 | from: 2017-01-03, to: 2017-01-03 | other-year",
        "from: 2016-02-07, to: 2016-02-13 | from: 2016-02-13, to: 2016-02-07 | bad-span",
        "key: china | key: japan | unknown-base",
        "published: 2014-12-16 | published: 2014-13-16 | wrong-value",
        "layer: national | layer: local | wrong-value",
        "make-up-working-days: [2016 | make-up: [2016 | missing-name",
      })
  void eachMistakeIsReported(String from, String to, String rule) {
    Findings.Builder findings = new Findings.Builder();
    CalendarReader.read(TrialFolder.changed("calendars/", CHINA_FILE, from, to), findings);
    assertThat(findings.build().errors())
        .extracting(finding -> finding.rule().id().replaceAll(".*\\.", ""))
        .contains(rule);
  }
}
