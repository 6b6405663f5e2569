package org.lodestar.radiotherapy.dicom.rt;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lodestar.radiotherapy.dicom.DataSet;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.lodestar.radiotherapy.finding.Finding;
import org.lodestar.radiotherapy.finding.FindingCode;

/** The attributes of an object; a value that cannot be what it claims becomes a finding. */
final class Attributes {
  private final DataSet dataSet;
  private final String subject;
  private final List<Finding> findings;

  Attributes(DataSet dataSet, String subject, List<Finding> findings) {
    this.dataSet = dataSet;
    this.subject = subject;
    this.findings = findings;
  }

  String subject() {
    return subject;
  }

  Optional<String> text(int tag) {
    return dataSet.text(tag);
  }

  String textOr(int tag, String other) {
    return dataSet.text(tag).orElse(other);
  }

  /** The numbers of an element; none, with a finding, when one is no number. */
  double[] decimals(int tag) {
    try {
      return dataSet.decimals(tag);
    } catch (DicomException e) {
      add(FindingCode.INVALID_VALUE, e.values());
      return new double[0];
    }
  }

  OptionalDouble decimal(int tag) {
    double[] values = decimals(tag);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
  }

  Optional<BigDecimal> number(int tag) {
    OptionalDouble value = decimal(tag);
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? Optional.of(BigDecimal.valueOf(value.getAsDouble()))
        : Optional.empty();
  }

  OptionalInt integer(int tag) {
    try {
      return dataSet.integer(tag);
    } catch (DicomException e) {
      add(FindingCode.INVALID_VALUE, e.values());
      return OptionalInt.empty();
    }
  }

  Optional<LocalDate> date(int tag) {
    Optional<String> text = text(tag);
    try {
      return text.map(t -> LocalDate.parse(t, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      add(FindingCode.INVALID_VALUE, "DA", text.orElse(""));
      return Optional.empty();
    }
  }

  Optional<LocalTime> time(int tag) {
    Optional<String> text = text(tag);
    try {
      return text.map(Attributes::time);
    } catch (DateTimeException | NumberFormatException e) {
      add(FindingCode.INVALID_VALUE, "TM", text.orElse(""));
      return Optional.empty();
    }
  }

  private static LocalTime time(String text) {
    int hour = Integer.parseInt(text.substring(0, Math.min(2, text.length())));
    int minute = text.length() >= 4 ? Integer.parseInt(text.substring(2, 4)) : 0;
    int second = text.length() >= 6 ? Integer.parseInt(text.substring(4, 6)) : 0;
    return LocalTime.of(hour, minute, Math.min(59, second));
  }

  List<Attributes> items(int tag) {
    return dataSet.items(tag).stream().map(i -> new Attributes(i, subject, findings)).toList();
  }

  Optional<Attributes> item(int tag) {
    return items(tag).stream().findFirst();
  }

  DataSet dataSet() {
    return dataSet;
  }

  void add(FindingCode code, String... values) {
    add(code, List.of(values));
  }

  void add(FindingCode code, List<String> values) {
    findings.add(new Finding(code, subject, values));
  }
}
