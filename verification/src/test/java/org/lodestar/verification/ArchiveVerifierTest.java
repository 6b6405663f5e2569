package org.lodestar.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.store.Batch;
import org.lodestar.app.store.FactLog;
import org.lodestar.app.store.FactLogs;
import org.lodestar.app.store.Head;
import org.lodestar.app.store.Ports;
import org.lodestar.app.store.Salts;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Stream;

/** The verifier is run as a reader of an archive would: one source file, no class of ours. */
class ArchiveVerifierTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final ParticipantCode CODE = new ParticipantCode("S-001");
  @TempDir static Path folder;
  private static Path archive;
  private static Head head;

  @BeforeAll
  static void writeArchive() {
    Ports ports = new Ports(InstantSource.fixed(START), Salts.seeded(1), "lodestar test");
    try (FactLog log = FactLogs.create(folder.resolve("data"), ports)) {
      Digest bundle = log.putBundle("the protocol".getBytes(UTF_8));
      Digest file = log.putAttachment("a file".getBytes(UTF_8));
      append(log, "c1", Draft.of(Stream.TRIAL, new Body.LogOpened("escc-ldrt", true)));
      append(log, "c2", Draft.of(Stream.TRIAL, new Body.ProtocolActivated(bundle, "1")));
      append(log, "c3", saved("{\"}, [\\", "1.50"), saved("中文 \uD83E\uDE7A\n", "2"));
      append(
          log,
          "c4",
          Draft.of(Stream.TRIAL, new Body.ArtefactImported("x", "text/plain", 6, file, List.of())));
      append(
          log,
          "c5",
          Draft.of(Stream.TRIAL, new Body.ValueRedacted(3, "lab.note", Digest.NONE, "u-2")));
      append(
          log,
          "c6",
          Draft.of(
              new Stream.Form(new FormInstance(CODE, "screening", "laboratory", 1)),
              CODE,
              new Body.FormCompleted()));
      head = log.head();
    }
    archive = folder.resolve("archive.zip");
    assertThat(FactLogs.archive(folder.resolve("data"), archive)).isEqualTo(head);
  }

  private static void append(FactLog log, String commandId, Draft... drafts) {
    Context context =
        new Context(
            "u-1", Role.COORDINATOR, "01", START, LocalDate.of(2026, 3, 2), Digest.ofText("b"));
    log.append(new Batch(context, commandId, List.of(drafts), Map.of()));
  }

  private static Draft saved(String note, String weight) {
    TreeMap<String, Entry> items = new TreeMap<>();
    items.put("lab.note", Entry.typed(note));
    items.put("lab.weight", Entry.typed(weight, "kg"));
    return Draft.of(
        new Stream.Form(new FormInstance(CODE, "screening", "laboratory", 1)),
        CODE,
        new Body.FormSaved(items));
  }

  @Test
  void anArchiveIsIntactAndSaysItsHead() throws Exception {
    assertThat(run(List.of(source()), archive, head.toString())).isEqualTo("0 intact " + head);
  }

  @Test
  void theSameLogGivesTheSameBytes() throws Exception {
    Path again = folder.resolve("again.zip");
    FactLogs.archive(folder.resolve("data"), again);
    assertThat(again).hasSameBinaryContentAs(archive);
  }

  /** The committed lines were also computed with Python's json and hashlib. */
  @Test
  void theLinesOfTheArchiveAreTheCommittedVectors() throws Exception {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream lines = zip.getInputStream(zip.getEntry("facts.jsonl"));
        InputStream vectors = ArchiveVerifierTest.class.getResourceAsStream("facts.jsonl")) {
      assertThat(new String(lines.readAllBytes(), UTF_8))
          .isEqualTo(new String(vectors.readAllBytes(), UTF_8));
    }
  }

  @Test
  void anotherHeadThanTheExpectedOneIsFound() throws Exception {
    assertThat(verify(archive, "3:" + "0".repeat(64))).startsWith("7 broken: the expected head 3");
  }

  @Test
  void aChangedValueIsNamed() throws Exception {
    assertThat(verifyChanged("facts.jsonl", text -> text.replace("1.50", "1.51")))
        .isEqualTo("7 broken: fact 3 was changed");
  }

  @Test
  void aChangedHeaderIsNamed() throws Exception {
    assertThat(verifyChanged("facts.jsonl", text -> text.replaceFirst("u-1", "u-9")))
        .isEqualTo("7 broken: fact 1 was changed");
  }

  @Test
  void aMissingLineIsNamed() throws Exception {
    assertThat(verifyChanged("facts.jsonl", text -> withoutLine(text, 3)))
        .isEqualTo("7 broken: fact 4 is missing");
    assertThat(verifyChanged("facts.jsonl", text -> withoutLine(text, 6)))
        .startsWith("7 broken: the manifest " + head);
  }

  private static String withoutLine(String text, int line) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.remove(line);
    return String.join("\n", lines) + "\n";
  }

  @Test
  void changedBytesAreNamed() throws Exception {
    String name = "bundle/" + Digest.of("the protocol".getBytes(UTF_8));
    assertThat(verifyChanged(name, text -> text + "!"))
        .isEqualTo("7 broken: the bytes of " + name + " were changed");
  }

  @Test
  void aRedactionPointingToAnotherFactIsFound() throws Exception {
    assertThat(verifyChanged("facts.jsonl", text -> text.replace("\"by\":\"6\"", "\"by\":\"7\"")))
        .isEqualTo("7 broken: fact 6 redacted a value that is still there");
  }

  private static String verifyChanged(String entry, UnaryOperator<String> change) throws Exception {
    Path changed = folder.resolve("changed.zip");
    try (ZipFile from = new ZipFile(archive.toFile());
        OutputStream out = Files.newOutputStream(changed);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry each : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(each.getName()));
        to.write(bytes(from, each, each.getName().equals(entry) ? change : text -> text));
      }
    }
    return verify(changed);
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry, UnaryOperator<String> change)
      throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return change.apply(new String(in.readAllBytes(), UTF_8)).getBytes(UTF_8);
    }
  }

  private static String source() {
    return Path.of(System.getProperty("lodestar.root"))
        .resolve("verification/src/main/java/org/lodestar/verification/ArchiveVerifier.java")
        .toString();
  }

  /** The compiled class, which starts faster than the source. */
  private static String verify(Path file, String... heads) throws Exception {
    Path classes =
        Path.of(ArchiveVerifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return run(List.of("-cp", classes.toString(), ArchiveVerifier.class.getName()), file, heads);
  }

  /** Exit code and output of the program. */
  private static String run(List<String> program, Path file, String... heads) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    command.add(file.toString());
    command.addAll(List.of(heads));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    return process.waitFor() + " " + output;
  }
}
