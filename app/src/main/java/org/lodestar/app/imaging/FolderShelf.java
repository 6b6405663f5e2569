package org.lodestar.app.imaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.lodestar.app.identity.Identifiers;
import org.lodestar.app.identity.IdentityVault;
import org.lodestar.radiotherapy.dicom.rt.PatientIdentity;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.radiotherapy.dicom.rt.RtCaseReader;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * The images of participants in folders of this machine. A folder is read again by whom it is
 * about: what lies there may have changed since it was imported, and another person's images are
 * never shown.
 */
public final class FolderShelf implements CaseShelf {
  private final ImageFolders folders;
  private final BiPredicate<ParticipantCode, PatientIdentity> isHers;
  private final CaseShelf otherwise;
  private final KeptCases kept = new KeptCases();

  /**
   * A shelf.
   *
   * @param isHers whether objects that say this about their person are a participant's
   * @param otherwise asked for the participants whose images lie in no folder
   */
  public FolderShelf(
      ImageFolders folders,
      BiPredicate<ParticipantCode, PatientIdentity> isHers,
      CaseShelf otherwise) {
    this.folders = folders;
    this.isHers = isHers;
    this.otherwise = otherwise;
  }

  /** The images that a data folder knows of, shown to those whom its identity vault knows. */
  public static FolderShelf in(Path data, CaseShelf otherwise) {
    return new FolderShelf(
        ImageFolders.in(data),
        (participant, stated) -> {
          try (IdentityVault vault = IdentityVault.open(data)) {
            return vault.agreement(participant, identifiers(stated)).holds();
          }
        },
        otherwise);
  }

  /** What objects say about their person, as the identity vault compares it. */
  public static Identifiers identifiers(PatientIdentity stated) {
    return new Identifiers(stated.id(), stated.birthDate(), stated.sex());
  }

  @Override
  public Optional<ShownCase> find(ParticipantCode participant, ReviewRules rules) {
    Optional<Path> folder = folders.of(participant);
    return folder.isEmpty()
        ? otherwise.find(participant, rules)
        : kept.find(
            List.of(participant, folder.get(), rules),
            () -> prepare(participant, folder.get(), rules));
  }

  private Optional<ReviewCase> prepare(
      ParticipantCode participant, Path folder, ReviewRules rules) {
    RtCase rt = RtCaseReader.read(folder);
    return rt.isOfOnePatient()
            && rt.patient().stream().allMatch(who -> isHers.test(participant, who))
        ? ReviewCase.of(rt, rules)
        : Optional.empty();
  }

  @Override
  public Optional<ParticipantCode> tooShort(List<ParticipantCode> participants) {
    return otherwise.tooShort(
        participants.stream().filter(each -> folders.of(each).isEmpty()).toList());
  }
}
