package org.lodestar.app.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.app.identity.IdentityVault;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.radiotherapy.dicom.DicomWriter;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.radiotherapy.margin.StructureNames;
import org.lodestar.radiotherapy.phantom.PhantomCase;
import org.lodestar.radiotherapy.phantom.PhantomCase.Variant;
import org.lodestar.trial.fact.ParticipantCode;
import org.lodestar.trial.protocol.Protocol;

/** Images in folders are shown to those whom they are about. */
class FolderShelfTest {
  private static final ParticipantCode FIRST = new ParticipantCode("S-001");
  private static final ParticipantCode SECOND = new ParticipantCode("S-002");
  private static final ReviewRules NO_RULES =
      new ReviewRules(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          StructureNames.builtIn());

  @TempDir static Path cases;
  @TempDir Path data;
  private CaseShelf shelf;

  @BeforeAll
  static void make() throws IOException {
    write(cases.resolve("one"), 1);
    write(cases.resolve("two"), 2);
    write(cases.resolve("mixed"), 3, Variant.SWAPPED_PATIENT);
  }

  private static void write(Path folder, int number, Variant... wrong) throws IOException {
    Files.createDirectories(folder);
    PhantomCase.Settings settings =
        new PhantomCase.Settings(
            number, "HOSPITAL-" + number, 64, 60, LocalDate.of(2026, 3, 2), Set.of(wrong));
    for (PhantomCase.NamedObject each : PhantomCase.of(settings).objects()) {
      DicomWriter.write(each.object(), folder.resolve(each.fileName()));
    }
  }

  @BeforeEach
  void linkTheFirst() {
    shelf = FolderShelf.in(data, CaseShelf.EMPTY);
    link(FIRST, "one");
  }

  private void link(ParticipantCode code, String folder) {
    try (IdentityVault vault = IdentityVault.open(data)) {
      vault.link(
          code,
          FolderShelf.identifiers(
              RtCaseReader.read(cases.resolve(folder)).patient().orElseThrow()));
    }
  }

  private Optional<String> shownFirst() {
    return shelf.find(FIRST, NO_RULES).map(shown -> shown.review().structures().getFirst().local());
  }

  @Test
  void whoseFolderIsUnknownHasNoImages() {
    assertThat(shelf.find(FIRST, NO_RULES)).isEmpty();
  }

  @Test
  void aFolderThatIsHersIsShownEvenThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(data.resolve("link"), cases.resolve("one"));
    ImageFolders.in(data).remember(FIRST, link);

    assertThat(shownFirst()).contains("BODY");
  }

  @Test
  void anotherPersonsFolderIsNeverShownNorOneOfTwoPatients() {
    link(SECOND, "two");
    for (String folder : List.of("two", "mixed")) {
      ImageFolders.in(data).remember(FIRST, cases.resolve(folder));
      assertThat(shelf.find(FIRST, NO_RULES)).as(folder).isEmpty();
    }
  }

  /** A viewer asks piece by piece, each time with rules read anew. */
  @Test
  void theSameRulesReadAgainFindTheCaseThatIsPrepared() throws IOException {
    Path trial = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    ImageFolders.in(data).remember(FIRST, cases.resolve("one"));
    CaseShelf.ShownCase first = shelf.find(FIRST, rules(trial)).orElseThrow();

    assertThat(shelf.find(FIRST, rules(trial))).containsSame(first);
    assertThat(shelf.find(FIRST, NO_RULES)).isNotEmpty().get().isNotSameAs(first);
  }

  private static ReviewRules rules(Path trial) throws IOException {
    return ReviewRules.of(
        ((Protocol.Reading.Read) Protocol.read(TrialFolder.read(trial))).protocol());
  }

  @Test
  void aFolderIsRememberedForEachAndTheLastCounts() {
    ImageFolders folders = ImageFolders.in(data);
    folders.remember(SECOND, cases.resolve("two"));
    folders.remember(FIRST, cases.resolve("two"));
    folders.remember(FIRST, cases.resolve("one"));

    assertThat(ImageFolders.in(data).of(FIRST)).contains(cases.resolve("one"));
    assertThat(ImageFolders.in(data).of(SECOND)).contains(cases.resolve("two"));
    folders.remember(SECOND, cases.resolve("gone"));
    assertThat(folders.of(SECOND)).isEmpty();
  }
}
