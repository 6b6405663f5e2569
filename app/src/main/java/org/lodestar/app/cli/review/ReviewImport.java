package org.lodestar.app.cli.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.cli.CsvTable;
import org.lodestar.trial.Trial;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.Sheet;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.enrolment.EnrolmentRegister;
import org.lodestar.trial.enrolment.EnrolmentRegister.Standing;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Outcome;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.protocol.FormDefinition;
import org.lodestar.trial.protocol.FormKind;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.Reader;

/**
 * What a file of an independent review adds to the record: saves of forms, each decided before the
 * first is sent. A file with an error adds nothing; what is recorded already alike is left alone,
 * so that the same file can be imported again.
 *
 * @param problems every error of the file with its line; empty when it may be imported
 * @param unchanged forms that the record holds already
 */
record ReviewImport(List<CaptureCommand.SaveForm> saves, List<Problem> problems, int unchanged) {

  /** What is wrong on a line of the file. */
  record Problem(int line, Message says) {
    /** The same with its line. */
    Message inLine() {
      return Message.of(
          ReviewRule.LINE.words(),
          "line",
          line,
          "says",
          new Words(says.in(Language.EN), says.in(Language.ZH)));
    }
  }

  public ReviewImport {
    saves = List.copyOf(saves);
    problems = List.copyOf(problems);
  }

  /**
   * Works out what a file adds.
   *
   * @param context in whose name and when it would be saved
   * @param origin names the file beside every value
   */
  static ReviewImport of(
      byte[] csv, TrialState state, Protocol protocol, Context context, String origin) {
    CsvTable table;
    try {
      table = CsvTable.parse(csv);
    } catch (IllegalArgumentException e) {
      Message unreadable = Message.of(ReviewRule.NOT_A_TABLE.words());
      return new ReviewImport(List.of(), List.of(new Problem(1, unreadable)), 0);
    }
    return new Working(table, state, protocol, context, origin).work();
  }

  /** A form that the file speaks of. */
  private record Place(ParticipantCode participant, Reader reader, String visit, String lesion) {}

  private static final class Working {
    private final CsvTable table;
    private final TrialState state;
    private final Protocol protocol;
    private final Context context;
    private final String origin;
    private final List<CaptureCommand.SaveForm> saves = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Place, Integer> given = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private int unchanged;

    Working(CsvTable table, TrialState state, Protocol protocol, Context context, String origin) {
      this.table = table;
      this.state = state;
      this.protocol = protocol;
      this.context = context;
      this.origin = origin;
    }

    ReviewImport work() {
      columns();
      if (!problems.isEmpty()) {
        return new ReviewImport(List.of(), problems, 0);
      }
      Map<Place, ReviewRow> rows = new LinkedHashMap<>();
      List<Map<String, String>> values = table.rows();
      for (int i = 0; i < values.size(); i++) {
        ReviewRow row = new ReviewRow(table.line(i), values.get(i));
        place(row).ifPresent(place -> rows.put(place, row));
      }
      withoutAssessment(rows).forEach(rows::put);
      rows.forEach(this::save);
      return new ReviewImport(problems.isEmpty() ? saves : List.of(), problems, unchanged);
    }

    private void columns() {
      String known = String.join(", ", ReviewRow.KNOWN);
      String needed = String.join(", ", ReviewRow.NEEDED);
      for (String column : ReviewRow.NEEDED) {
        if (!table.headings().contains(column)) {
          problem(1, ReviewRule.NO_COLUMN, "column", column, "needed", needed, "known", known);
        }
      }
      for (String column : table.headings()) {
        if (!ReviewRow.NEEDED.contains(column) && !ReviewRow.KNOWN.contains(column)) {
          problem(1, ReviewRule.UNKNOWN_COLUMN, "column", column, "known", needed + ", " + known);
        }
      }
    }

    private void problem(int line, ReviewRule rule, Object... namesAndValues) {
      problems.add(new Problem(line, Message.of(rule.words(), namesAndValues)));
    }

    /** Which form a row fills; every reason why it is none is noted. */
    private Optional<Place> place(ReviewRow row) {
      int before = problems.size();
      Optional<ParticipantCode> code = participant(row.get(ReviewRow.PARTICIPANT));
      if (code.isEmpty()) {
        problem(
            row.line(),
            ReviewRule.UNKNOWN_PARTICIPANT,
            ReviewRow.PARTICIPANT,
            row.get(ReviewRow.PARTICIPANT));
      }
      Optional<Reader> reader = Reader.of(row.get(ReviewRow.READER)).filter(Reader::isIndependent);
      if (reader.isEmpty()) {
        problem(
            row.line(), ReviewRule.NOT_INDEPENDENT, ReviewRow.READER, row.get(ReviewRow.READER));
      }
      date(row);
      code.ifPresent(participant -> visit(row, participant));
      if (problems.size() > before) {
        return Optional.empty();
      }
      return Optional.of(
              new Place(
                  code.orElseThrow(), reader.orElseThrow(), row.get(ReviewRow.VISIT), row.lesion()))
          .filter(place -> isFirst(place, row));
    }

    private boolean isFirst(Place place, ReviewRow row) {
      Integer line = given.putIfAbsent(place, row.line());
      if (line != null) {
        problem(row.line(), ReviewRule.TWICE, "what", words(row.what()), "line", line);
      }
      return line == null;
    }

    private static Words words(Message message) {
      return new Words(message.in(Language.EN), message.in(Language.ZH));
    }

    private Optional<ParticipantCode> participant(String text) {
      EnrolmentRegister register = state.index().enrolment();
      return register.registered().stream()
          .filter(
              code ->
                  code.text().equals(text)
                      || (register.standing(code) instanceof Standing.Enrolled enrolled
                          && enrolled.number().equals(text)))
          .findFirst();
    }

    private void date(ReviewRow row) {
      String text = row.get(ReviewRow.DATE);
      try {
        LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        problem(row.line(), ReviewRule.NOT_A_DATE, ReviewRow.DATE, text);
      }
    }

    private void visit(ReviewRow row, ParticipantCode participant) {
      Set<String> assessed =
          sheets(participant).readBy(Reader.INVESTIGATOR, "tumour-assessment").stream()
              .map(Sheet::visit)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!assessed.contains(row.get(ReviewRow.VISIT))) {
        problem(
            row.line(),
            ReviewRule.UNKNOWN_VISIT,
            ReviewRow.PARTICIPANT,
            row.get(ReviewRow.PARTICIPANT),
            ReviewRow.VISIT,
            row.get(ReviewRow.VISIT),
            "visits",
            assessed.isEmpty() ? "-" : String.join(", ", assessed));
      }
    }

    private Sheets sheets(ParticipantCode participant) {
      return Sheets.of(state.casebook(participant), protocol.forms());
    }

    /** Lesions without a row for their assessment still need one: who read, and when. */
    private static Map<Place, ReviewRow> withoutAssessment(Map<Place, ReviewRow> rows) {
      Map<Place, ReviewRow> added = new LinkedHashMap<>();
      Set<Place> there = new HashSet<>(rows.keySet());
      rows.forEach(
          (place, row) -> {
            Place whole = new Place(place.participant(), place.reader(), place.visit(), "");
            if (there.add(whole)) {
              added.put(
                  whole,
                  new ReviewRow(row.line(), Map.of(ReviewRow.DATE, row.get(ReviewRow.DATE))));
            }
          });
      return added;
    }

    private void save(Place place, ReviewRow row) {
      FormKind kind = row.isLesion() ? FormKind.LESION : FormKind.TUMOUR_ASSESSMENT;
      String form =
          protocol.forms().of(kind).stream()
              .findFirst()
              .map(FormDefinition::key)
              .orElse(kind.key());
      SortedMap<String, Entry> items = row.items(form, place.reader().key(), origin);
      Optional<Sheet> recorded = recorded(place, kind);
      if (recorded.isPresent()) {
        compare(row, recorded.get(), items);
        return;
      }
      Casebook casebook = state.casebook(place.participant());
      int repeat =
          repeats.merge(
              place.participant() + "/" + place.visit() + "/" + form,
              casebook.nextRepeat(place.visit(), form),
              (have, any) -> have + 1);
      CaptureCommand.SaveForm save =
          new CaptureCommand.SaveForm(
              new FormInstance(place.participant(), place.visit(), form, repeat), items, null);
      if (Trial.decide(state, save, context) instanceof Outcome.Refused refused) {
        refused.refusals().forEach(no -> problems.add(new Problem(row.line(), no.message())));
      }
      saves.add(save);
    }

    private Optional<Sheet> recorded(Place place, FormKind kind) {
      return sheets(place.participant()).readBy(place.reader(), kind.key()).stream()
          .filter(sheet -> sheet.visit().equals(place.visit()))
          .filter(
              sheet ->
                  place.lesion().isEmpty()
                      || sheet.text("lesion").known().filter(place.lesion()::equals).isPresent())
          .findFirst();
    }

    private void compare(ReviewRow row, Sheet recorded, SortedMap<String, Entry> items) {
      String different =
          items.entrySet().stream()
              .filter(
                  item ->
                      !Objects.equals(
                          text(item.getValue()), text(recorded.form().entry(item.getKey()))))
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(", "));
      if (different.isEmpty()) {
        unchanged++;
      } else {
        problem(
            row.line(),
            ReviewRule.RECORDED_OTHERWISE,
            "what",
            words(row.what()),
            "items",
            different);
      }
    }

    private static @Nullable String text(@Nullable Entry entry) {
      return entry instanceof Entry.Value value ? value.text() : null;
    }
  }
}
