package org.lodestar.app.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodestar.app.identity.Agreement;
import org.lodestar.radiotherapy.delivery.Plan;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.finding.FindingCode;
import org.lodestar.trial.TrialCommand;
import org.lodestar.trial.capture.CaptureCommand;
import org.lodestar.trial.capture.Casebook;
import org.lodestar.trial.fact.Command;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.FormInstance;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.protocol.Protocol;

/**
 * A folder on its way into a participant's record: whose it is, and what it would add. The images
 * stay where they are; the log keeps the list of the files' digests and the results.
 *
 * @param manifest the digests of the files, a line each
 * @param agreement whether the identity vault agrees that it is hers
 * @param adding what it would add
 */
public record CaseImport(
    Path folder,
    ParticipantCode participant,
    RtCase rt,
    String manifest,
    Agreement agreement,
    RecordImport adding) {

  /**
   * Who lets a folder in.
   *
   * @param actor the account that acts
   * @param second another account; empty when nobody confirmed
   * @param reason why the second person is sure
   */
  public record Approval(String actor, String second, String reason) {
    boolean isOfTwo() {
      return !second.isBlank() && !second.strip().equals(actor) && !reason.isBlank();
    }
  }

  /** A folder that was read, before it is held against the record. */
  public record Read(Path folder, RtCase rt, String manifest) {

    /** Reads the digests of a folder's files. */
    public static Read of(Path folder, RtCase rt) {
      StringBuilder list = new StringBuilder();
      try (Stream<Path> files = Files.walk(folder.toRealPath())) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          list.append(Digest.of(Files.readAllBytes(file)).hex()).append('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Read(folder, rt, list.toString());
    }

    /** Whether it is of one patient and one frame of reference; nobody can overrule that. */
    public boolean isOfOne() {
      return rt.isOfOnePatient() && !rt.has(FindingCode.FRAME_OF_REFERENCE_DIFFERS);
    }

    /** Holds it against a participant's record. */
    public CaseImport into(
        ParticipantCode participant, Agreement agreement, Casebook casebook, Protocol protocol) {
      RecordImport adding =
          isOfOne()
              ? RecordImport.of(rt, participant, casebook, protocol)
              : new RecordImport(List.of(), List.of(), 0);
      return new CaseImport(folder, participant, rt, manifest, agreement, adding);
    }
  }

  /** What the folder is called. */
  public String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /** Whether it is of one patient and one frame of reference. */
  public boolean isOfOne() {
    return new Read(folder, rt, manifest).isOfOne();
  }

  /** Whether a second person must confirm whose it is. */
  public boolean needsSecondPerson() {
    return !agreement.holds();
  }

  /** Why it may not be imported by whoever; empty when one person may. */
  public Optional<Refusal> refusal() {
    if (!isOfOne()) {
      return Optional.of(ImportRule.SEVERAL.refusal("folder", name()));
    }
    return switch (agreement) {
      case BY_IDENTIFIER, BY_BIRTH_DATE_AND_SEX -> Optional.empty();
      case DIFFERS ->
          Optional.of(ImportRule.ANOTHER.refusal("folder", name(), "code", participant));
      case UNKNOWN -> Optional.of(ImportRule.NOBODY.refusal("folder", name(), "code", participant));
    };
  }

  /** Why these people may not import it; two of them cannot mend what is of two patients. */
  public Optional<Refusal> refusal(Approval approval) {
    if (!isOfOne() || !needsSecondPerson() || approval.second().isBlank()) {
      return refusal();
    }
    return approval.isOfTwo()
        ? Optional.empty()
        : Optional.of(ImportRule.TWO_PEOPLE.refusal("actor", approval.actor()));
  }

  /**
   * What is sent to the log: the files as one artefact, which says how the person was established,
   * then the forms.
   *
   * @param taken the conflicts, by their place, in which the folder's value replaces the record's
   * @param why the reason for that
   */
  public List<Command> commands(Approval approval, Set<Integer> taken, String why) {
    List<Command> commands = new ArrayList<>();
    commands.add(artefact(approval));
    commands.addAll(adding.saves());
    Map<FormInstance, SortedMap<String, Entry>> replaced = new LinkedHashMap<>();
    for (int place = 0; place < adding.conflicts().size(); place++) {
      if (taken.contains(place)) {
        RecordImport.Conflict each = adding.conflicts().get(place);
        replaced
            .computeIfAbsent(each.instance(), any -> new TreeMap<>())
            .put(each.item(), each.entry());
      }
    }
    replaced.forEach(
        (instance, items) -> commands.add(new CaptureCommand.SaveForm(instance, items, why)));
    return commands;
  }

  /** The bytes of the artefact. */
  public byte[] attachment() {
    return manifest.getBytes(StandardCharsets.UTF_8);
  }

  /** What the files are together; another one when any of them changed. */
  public Digest digest() {
    return Digest.of(attachment());
  }

  private TrialCommand.ImportArtefact artefact(Approval approval) {
    String established =
        agreement.holds()
            ? agreement.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : "second-person " + approval.second().strip() + ": " + approval.reason().strip();
    return new TrialCommand.ImportArtefact(
        "radiotherapy of " + participant + "; identity " + established,
        "text/plain",
        attachment().length,
        digest(),
        rt.plans().stream().map(Plan::uid).toList());
  }
}
