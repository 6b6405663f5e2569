package org.lodestar.trial.efficacy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Derived;
import org.lodestar.trial.fact.FactRef;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.protocol.AdjudicationTrigger;
import org.lodestar.trial.protocol.ImagingSettings;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;
import org.lodestar.trial.protocol.SettingsRead;

/** Compares the readers of one participant; private to one derivation. */
final class ReviewDerivation {
  private final Sheets sheets;
  private final Protocol protocol;
  private final Function<Reader, ReaderReading> reads;

  /**
   * @param reads what a reader's findings give
   */
  ReviewDerivation(Sheets sheets, Protocol protocol, Function<Reader, ReaderReading> reads) {
    this.sheets = sheets;
    this.protocol = protocol;
    this.reads = reads;
  }

  IndependentReview derive() {
    List<ReaderReading> readings =
        Arrays.stream(Reader.values()).filter(this::hasRead).map(reads).toList();
    Optional<ReaderReading> one = find(readings, Reader.INDEPENDENT_1);
    Optional<ReaderReading> two = find(readings, Reader.INDEPENDENT_2);
    if (one.isEmpty() || two.isEmpty()) {
      return new IndependentReview(readings, List.of(), Optional.empty(), alone(one.or(() -> two)));
    }
    List<Derived<ReaderDifference>> differences = differences(one.get(), two.get());
    SettingsRead settings = new SettingsRead(protocol);
    Optional<AdjudicationTrigger> trigger = settings.find(ImagingSettings.ADJUDICATION_TRIGGER);
    if (trigger.isEmpty()) {
      Message open = settings.missing().orElseThrow();
      return new IndependentReview(
          readings,
          differences,
          Optional.empty(),
          settings.on(Derived.missing(EfficacyRule.STANDING_AGREED, open, differences)));
    }
    List<Derived<ReaderDifference>> asked =
        differences.stream().filter(each -> counts(each.get(), trigger.get())).toList();
    if (asked.isEmpty()) {
      return new IndependentReview(
          readings, differences, Optional.empty(), settings.on(agreed(one.get(), two.get())));
    }
    Proposal<Integer> adjudication = proposal(settings, asked);
    return new IndependentReview(
        readings, differences, Optional.of(adjudication), chosen(adjudication, readings));
  }

  private boolean hasRead(Reader reader) {
    return !sheets.readBy(reader, "tumour-assessment").isEmpty()
        || !sheets.readBy(reader, "lesion").isEmpty();
  }

  private static Optional<ReaderReading> find(List<ReaderReading> readings, Reader reader) {
    return readings.stream().filter(reading -> reading.reader() == reader).findFirst();
  }

  private static Derived<Reader> alone(Optional<ReaderReading> only) {
    return only.map(
            reading ->
                Derived.of(
                        EfficacyRule.STANDING_ALONE, reading.reader(), List.of(reading.response()))
                    .with("reader", reading.reader().words()))
        .orElseGet(
            () ->
                Derived.missing(
                    EfficacyRule.STANDING_ALONE, Message.of(EfficacyRule.NO_REVIEW.words())));
  }

  private static List<Derived<ReaderDifference>> differences(ReaderReading one, ReaderReading two) {
    if (one.response().isKnown() && two.response().isKnown()) {
      return ReaderComparison.of(
          one.reader().words(), one.response().get(), two.reader().words(), two.response().get());
    }
    boolean neither = !one.response().isKnown() && !two.response().isKnown();
    return neither
        ? List.of()
        : List.of(
            ReaderComparison.noBaseline(
                one.reader().words(), one.response(), two.reader().words(), two.response()));
  }

  private static boolean counts(ReaderDifference difference, AdjudicationTrigger trigger) {
    return switch (trigger) {
      case ANY_DIFFERENCE -> true;
      case BEST_RESPONSE_OR_PROGRESSION -> difference.movesEndpoint();
    };
  }

  private static Derived<Reader> agreed(ReaderReading one, ReaderReading two) {
    return Derived.of(EfficacyRule.STANDING_AGREED, one.reader(), one.response(), two.response())
        .with("reader", one.reader().words())
        .with("other", two.reader().words());
  }

  private Proposal<Integer> proposal(SettingsRead settings, List<Derived<ReaderDifference>> asked) {
    Derived<Integer> question =
        settings.on(Derived.of(EfficacyRule.ADJUDICATION, asked.size(), asked));
    return new Proposal<>(
        Adjudication.SUBJECT, question, sheets.casebook().decision(Adjudication.SUBJECT));
  }

  private static Derived<Reader> chosen(
      Proposal<Integer> adjudication, List<ReaderReading> readings) {
    Proposal.Decision decision = adjudication.decision();
    Optional<Reader> reader =
        decision == null
            ? Optional.empty()
            : Reader.of(decision.body().decided())
                .filter(chosen -> find(readings, chosen).isPresent());
    if (decision == null || reader.isEmpty()) {
      return Derived.missing(
          EfficacyRule.STANDING_CHOSEN,
          Message.of(EfficacyRule.ADJUDICATION_PENDING.words()),
          adjudication.derived());
    }
    return Derived.of(
            EfficacyRule.STANDING_CHOSEN,
            reader.get(),
            new FactRef(decision.seq(), "decided"),
            adjudication.derived())
        .with("reader", reader.get().words());
  }
}
