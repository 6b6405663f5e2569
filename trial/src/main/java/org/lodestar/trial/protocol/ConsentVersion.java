package org.lodestar.trial.protocol;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.RecordType.Field;

/**
 * A version of the consent form that the ethics committee approved.
 *
 * @param version as it stands on the form
 * @param validFrom from this day on whoever signs signs this version, until the next one is valid
 * @param reconsent who signs again that has signed an earlier version
 * @param withinDays of the day from which it is valid; null: at the next visit
 * @param summary what is new in it
 */
public record ConsentVersion(
    String version,
    LocalDate validFrom,
    ReconsentWho reconsent,
    @Nullable Integer withinDays,
    @Nullable Words summary) {
  private static final Field<ConsentVersion, String> VERSION =
      Field.required(
          "version", new Words("version", "版本"), ValueType.text(), ConsentVersion::version);
  private static final Field<ConsentVersion, LocalDate> VALID_FROM =
      Field.required(
          "valid-from",
          new Words("valid from", "生效日期"),
          ValueType.date(),
          ConsentVersion::validFrom);
  private static final Field<ConsentVersion, ReconsentWho> RECONSENT =
      Field.required(
          "reconsent",
          new Words("signs again", "须再次签署者"),
          ValueType.choice(ReconsentWho.class),
          ConsentVersion::reconsent);
  private static final Field<ConsentVersion, Integer> WITHIN_DAYS =
      Field.optional(
          "within-days",
          new Words("within (else at the next visit)", "期限（未填则为下次访视）"),
          ValueType.whole(0, 400, Unit.DAYS),
          ConsentVersion::withinDays);
  private static final Field<ConsentVersion, Words> SUMMARY =
      Field.optional(
          "summary", new Words("what is new", "修订内容"), ValueType.words(), ConsentVersion::summary);

  static final ValueType<ConsentVersion> TYPE =
      new RecordType<>(
          List.of(VERSION, VALID_FROM, RECONSENT, WITHIN_DAYS, SUMMARY),
          v ->
              new ConsentVersion(
                  v.get(VERSION),
                  v.get(VALID_FROM),
                  v.get(RECONSENT),
                  v.find(WITHIN_DAYS),
                  v.find(SUMMARY)));
}
