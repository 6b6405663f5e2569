package org.lodestar.trial.efficacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.Input;
import org.lodestar.trial.fact.Words;

/**
 * The primary tumour by endoscopy: complete only when tumour and ulcer are gone and the biopsy is
 * negative (Japanese practice; Tahara 2005, Jpn J Clin Oncol 35:316). Never part of a sum.
 */
public record EndoscopicResponse(LocalDate on, Category category) {

  /** What endoscopy says of the primary tumour. */
  public enum Category {
    COMPLETE("complete response", "完全缓解"),
    NOT_COMPLETE("not complete", "非完全缓解"),
    PROGRESSION("progression", "进展"),
    NOT_EVALUABLE("not evaluable", "无法评价");

    private final Words words;

    Category(String en, String zh) {
      this.words = new Words(en, zh);
    }

    public Words words() {
      return words;
    }
  }

  private static final Words ULCER = new Words("an ulcer is recorded", "记录有溃疡");
  private static final Words BIOPSY_POSITIVE = new Words("the biopsy is positive", "活检阳性");
  private static final Words BIOPSY_MISSING =
      new Words("the result of the biopsy is not recorded", "活检结果未记录");

  /** Every endoscopy that judged the primary tumour, by date. */
  public static List<Derived<EndoscopicResponse>> derive(Sheets sheets) {
    return sheets.of("endoscopy").stream()
        .flatMap(sheet -> derive(sheet).stream())
        .sorted(Comparator.comparing(each -> each.get().on()))
        .toList();
  }

  private static Optional<Derived<EndoscopicResponse>> derive(Sheet sheet) {
    Derived<LocalDate> on = sheet.date("performed-on");
    Derived<String> called = sheet.text("primary-category");
    if (!on.isKnown() || !called.isKnown()) {
      return Optional.empty();
    }
    Derived<Boolean> ulcer = sheet.yes("ulcer");
    Derived<Boolean> biopsy = sheet.yes("biopsy-positive");
    List<Input> inputs = new ArrayList<>(List.of(on, called, ulcer, biopsy));
    Category category = category(called.get());
    @Nullable Words against = category == Category.COMPLETE ? against(ulcer, biopsy) : null;
    Category judged =
        against == null
            ? category
            : against.equals(BIOPSY_MISSING) ? Category.NOT_EVALUABLE : Category.NOT_COMPLETE;
    EfficacyRule rule =
        against == null ? EfficacyRule.ENDOSCOPY : EfficacyRule.ENDOSCOPY_CONTRADICTED;
    return Optional.of(
        Derived.of(rule, new EndoscopicResponse(on.get(), judged), inputs)
            .with("on", on.get())
            .with("why", against == null ? "-" : against)
            .with("value", judged.words()));
  }

  private static Category category(String code) {
    return switch (code) {
      case "complete-response" -> Category.COMPLETE;
      case "non-cr" -> Category.NOT_COMPLETE;
      case "progression" -> Category.PROGRESSION;
      default -> Category.NOT_EVALUABLE;
    };
  }

  private static @Nullable Words against(Derived<Boolean> ulcer, Derived<Boolean> biopsy) {
    if (biopsy.known().orElse(false)) {
      return BIOPSY_POSITIVE;
    }
    if (ulcer.known().orElse(false)) {
      return ULCER;
    }
    return biopsy.isKnown() ? null : BIOPSY_MISSING;
  }
}
