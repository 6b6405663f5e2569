package org.lodestar.app.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Self-made cases for the participants of a simulated trial: each code has its own anatomy, and
 * every seventh participant a target that ends 12 mm too low. Made on first demand, kept as DICOM
 * files beside the log and, for the few that are looked at, in memory.
 */
public final class PhantomShelf implements CaseShelf {
  /** Every how many participants a target is drawn too short. */
  static final int SHORT_EVERY = 7;

  private static final int SIZE = 192;
  private static final int SLICES = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  private final Path folder;
  private final KeptCases kept = new KeptCases();

  /**
   * A shelf.
   *
   * @param folder where the files are kept; made on first use
   */
  public PhantomShelf(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ShownCase> find(ParticipantCode participant, ReviewRules rules) {
    return kept.find(
        List.of(participant, rules),
        () -> ReviewCase.of(RtCaseReader.read(files(participant)), rules));
  }

  @Override
  public Optional<ParticipantCode> tooShort(List<ParticipantCode> participants) {
    return participants.stream().filter(each -> each.ordinal() % SHORT_EVERY == 0).findFirst();
  }

  /** The folder of a participant's files; written whole or not at all. */
  private Path files(ParticipantCode participant) {
    Path files = folder.resolve(participant.text());
    if (Files.isDirectory(files)) {
      return files;
    }
    try {
      Path making = Files.createTempDirectory(Files.createDirectories(folder), "making");
      for (PhantomCase.NamedObject each : PhantomCase.of(settings(participant)).objects()) {
        DicomWriter.write(each.object(), making.resolve(each.fileName()));
      }
      return Files.move(making, files, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PhantomCase.Settings settings(ParticipantCode participant) {
    int number = participant.ordinal();
    boolean isShort = number % SHORT_EVERY == 0;
    return new PhantomCase.Settings(
        number,
        "PHANTOM-" + participant.text(),
        SIZE,
        SLICES,
        FIRST_DAY,
        isShort ? Set.of(Variant.CTV_SHORT_SUPERIORLY) : Set.of());
  }
}
