package org.lodestar.trial.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.statistics.survival.Landmark;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.DesignSettings;
import org.lodestar.trial.protocol.EndpointSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.SettingKey;
import org.lodestar.trial.report.EfficacyTables.Endpoint;

/** The report to the safety board: what it says, in both languages, before anything renders it. */
public record SafetyReport(List<KeyFigure> keys, List<Section> sections) {
  private static final int SEVERE = 3;

  /** A figure to be read first. */
  public record KeyFigure(Words label, String figure, Words context) {}

  /** A chapter. */
  public record Section(Words title, List<Part> parts) {
    public Section {
      parts = List.copyOf(parts);
    }
  }

  /** What a chapter consists of. */
  public sealed interface Part {
    record Table(ReportTable table) implements Part {}

    record Survival(Words title, SurvivalPicture picture, ReportTable twin) implements Part {}

    record Courses(List<Course> courses, int enrolled, Words axis) implements Part {}
  }

  public SafetyReport {
    keys = List.copyOf(keys);
    sections = List.copyOf(sections);
  }

  public static SafetyReport of(Cohort cohort) {
    EventTables events = new EventTables(cohort);
    EfficacyTables efficacy = cohort.efficacy();
    List<Section> sections = new ArrayList<>();
    sections.add(
        section(
            "Participants",
            "受试者",
            FlowTables.flow(cohort),
            FlowTables.discontinuation(cohort),
            SetTables.of(cohort),
            BaselineTable.of(cohort)));
    sections.add(
        section(
            "Exposure", "暴露", ExposureTables.drugs(cohort), ExposureTables.radiotherapy(cohort)));
    sections.add(
        section(
            "Safety",
            "安全性",
            events.overview(),
            events.byTerm(),
            events.radiationEffects(),
            events.serious(),
            events.deaths()));
    sections.add(efficacy(cohort, efficacy));
    sections.add(
        section(
            "Protocol deviations",
            "方案偏离",
            DeviationTables.byRule(cohort),
            DeviationTables.major(cohort)));
    sections.add(section("What this rests on", "依据", OpenTable.of(cohort)));
    return new SafetyReport(keys(cohort, efficacy), sections);
  }

  private static Section section(String en, String zh, ReportTable... tables) {
    List<Part> parts = new ArrayList<>();
    for (ReportTable table : tables) {
      parts.add(new Part.Table(table));
    }
    return new Section(new Words(en, zh), parts);
  }

  private static Section efficacy(Cohort cohort, EfficacyTables efficacy) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Table(efficacy.response()));
    List<Course> courses = courses(cohort);
    if (!courses.isEmpty()) {
      parts.add(
          new Part.Courses(
              courses,
              cohort.members().size(),
              SurvivalPicture.axis(cohort.protocol(), EndpointSettings.OS_ORIGIN)));
    }
    parts.add(new Part.Table(efficacy.survival()));
    for (Endpoint endpoint : Endpoint.values()) {
      Optional<SurvivalPicture> picture = efficacy.picture(endpoint);
      Optional<ReportTable> twin = efficacy.ticks(endpoint);
      if (picture.isPresent() && twin.isPresent()) {
        parts.add(new Part.Survival(endpoint.words(), picture.get(), twin.get()));
      }
    }
    return new Section(new Words("Efficacy", "疗效"), parts);
  }

  /** The courses of all enrolled, longest followed first. */
  static List<Course> courses(Cohort cohort) {
    Optional<BigDecimal> month = cohort.protocol().get(EndpointSettings.MONTH_DAYS).find();
    List<Course> courses = new ArrayList<>();
    for (Member member : cohort.members()) {
      month
          .flatMap(
              days ->
                  Course.of(
                      member.code(), member.sheets(), member.efficacy(), cohort.cutoff(), days))
          .ifPresent(courses::add);
    }
    courses.sort(Course.Order.TIME.comparator());
    return courses;
  }

  /** The rates of the design, as a plot of the primary endpoint names them. */
  static List<SurvivalPicture.DesignLevel> levels(Protocol protocol) {
    List<SurvivalPicture.DesignLevel> levels = new ArrayList<>();
    add(levels, protocol, DesignSettings.NULL_RATE_PERCENT, "history, H0", "历史，H0", false);
    add(levels, protocol, DesignSettings.ALTERNATIVE_RATE_PERCENT, "hoped for, H1", "期望，H1", true);
    return levels;
  }

  private static void add(
      List<SurvivalPicture.DesignLevel> levels,
      Protocol protocol,
      SettingKey<BigDecimal> key,
      String en,
      String zh,
      boolean hoped) {
    protocol
        .get(key)
        .find()
        .ifPresent(
            percent ->
                levels.add(new SurvivalPicture.DesignLevel(percent, new Words(en, zh), hoped)));
  }

  private static List<KeyFigure> keys(Cohort cohort, EfficacyTables efficacy) {
    List<Member> treated = cohort.treated();
    int enrolled = cohort.members().size();
    int severe = (int) treated.stream().filter(SafetyReport::hasSevere).count();
    int serious =
        (int) treated.stream().filter(m -> m.records().anyMatch(e -> e.serious())).count();
    int died = (int) cohort.members().stream().filter(Member::diedBy).count();
    String cap =
        cohort
            .protocol()
            .get(DesignSettings.PLANNED_ENROLMENT)
            .find()
            .map(String::valueOf)
            .orElse(Shown.NOTHING);
    List<KeyFigure> keys = new ArrayList<>();
    keys.add(
        new KeyFigure(
            new Words("Enrolled", "入组"),
            Integer.toString(enrolled),
            new Words(
                "of " + cap + " planned; " + treated.size() + " treated",
                "计划 " + cap + " 例；" + treated.size() + " 例接受治疗")));
    keys.add(share("Grade 3 or more", "3 级及以上", severe, treated.size(), cohort));
    keys.add(share("Serious events", "严重不良事件", serious, treated.size(), cohort));
    keys.add(share("Died", "死亡", died, enrolled, cohort));
    Optional<Landmark> landmark = efficacy.landmark(efficacy.curve(Endpoint.PFS));
    keys.add(
        new KeyFigure(
            new Words("PFS at the landmark", "里程碑 PFS 率"),
            landmark.map(known -> Shown.percent(known.survival()) + " %").orElse("NE"),
            landmark
                .map(known -> Words.same(Shown.percent(known.interval())))
                .orElse(new Words("follow-up is shorter", "随访未达该时点"))));
    return keys;
  }

  private static boolean hasSevere(Member member) {
    return member.records().anyMatch(event -> event.grade() >= SEVERE);
  }

  private static KeyFigure share(String en, String zh, int part, int whole, Cohort cohort) {
    String interval = Shown.exact(part, whole, cohort.level());
    String share = Shown.percent(part, whole) + " %";
    return new KeyFigure(
        new Words(en, zh),
        Integer.toString(part),
        new Words(
            "of " + whole + "; " + share + " (" + interval + ")",
            "共 " + whole + " 例；" + share + "（" + interval + "）"));
  }
}
