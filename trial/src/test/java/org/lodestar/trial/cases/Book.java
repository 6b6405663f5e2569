package org.lodestar.trial.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.capture.FormRecord;
import org.lodestar.trial.capture.ItemRecord;
import org.lodestar.trial.capture.Sheets;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Proposal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Bundle;
import org.lodestar.trial.protocol.Protocol;

/** A casebook written form by form, each save with the next sequence number. */
public final class Book {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private final ParticipantCode code;
  private final TreeMap<FormInstance, FormRecord> forms = new TreeMap<>();
  private final Map<String, Proposal.Decision> decisions = new TreeMap<>();
  private long seq = 1;

  public Book() {
    this(1);
  }

  /** The book of the participant with this number. */
  public Book(int ordinal) {
    this.code = ParticipantCode.ofOrdinal(ordinal);
  }

  /** Fills the next copy of a form: item names and texts in turn; {@code 4.2 cm} has a unit. */
  public Book form(String visit, String form, String... itemsAndTexts) {
    int repeat = 1;
    while (forms.containsKey(new FormInstance(code, visit, form, repeat))) {
      repeat++;
    }
    TreeMap<String, ItemRecord> items = new TreeMap<>();
    seq++;
    for (int i = 0; i < itemsAndTexts.length; i += 2) {
      String key = form + "." + itemsAndTexts[i];
      items.put(key, new ItemRecord(key, List.of(change(entry(itemsAndTexts[i + 1])))));
    }
    FormInstance instance = new FormInstance(code, visit, form, repeat);
    forms.put(instance, new FormRecord(instance, 1, true, items));
    return this;
  }

  private ItemRecord.Change change(Entry entry) {
    return new ItemRecord.Change(
        new ItemRecord.Save(seq, AT, "somebody", Role.COORDINATOR, null), entry);
  }

  private static Entry entry(String text) {
    if (text.startsWith("?")) {
      return Entry.missing(text.substring(1));
    }
    String[] words = text.split(" ", -1);
    return words.length == 2 && words[0].matches("[0-9.]+")
        ? Entry.typed(words[0], words[1])
        : Entry.typed(text);
  }

  /** A person's decision on a proposal. */
  public Book decided(String subject, String decided) {
    seq++;
    Body.Decided body = new Body.Decided(subject, "test", Digest.NONE, "-", decided, null);
    decisions.put(subject, new Proposal.Decision(seq, body));
    return this;
  }

  public Casebook casebook() {
    return new Casebook(code, forms, decisions, seq);
  }

  public Sheets sheets() {
    return Sheets.byKindName(casebook());
  }

  /** The protocol of the trial that is shipped. */
  public static Protocol protocol() {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return switch (Protocol.read(Bundle.of(files))) {
      case Protocol.Reading.Read read -> read.protocol();
      case Protocol.Reading.Refused refused ->
          throw new AssertionError(refused.findings().toString());
    };
  }
}
