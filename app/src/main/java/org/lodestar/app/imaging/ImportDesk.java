package org.lodestar.app.imaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestar.app.identity.Agreement;
import org.lodestar.app.identity.IdentityVault;
import org.lodestar.radiotherapy.dicom.rt.RtCase;
import org.lodestar.trial.fact.ParticipantCode;

/**
 * Where folders wait to be imported, and who is who: the inbox of a data folder, its identity vault
 * and its list of places. A page can reach the folders of the inbox and no other.
 */
public final class ImportDesk {
  /** The folder in the data folder into which people put folders of objects. */
  public static final String INBOX = "inbox";

  private final Optional<Path> data;

  private ImportDesk(Optional<Path> data) {
    this.data = data;
  }

  /** The desk of a data folder. */
  public static ImportDesk in(Path data) {
    return new ImportDesk(Optional.of(data));
  }

  /** No desk: nothing is imported here. */
  public static ImportDesk closed() {
    return new ImportDesk(Optional.empty());
  }

  public boolean isOpen() {
    return data.isPresent();
  }

  /** Where folders are put; empty when the desk is closed. */
  public Optional<Path> inbox() {
    return data.map(folder -> folder.resolve(INBOX).toAbsolutePath().normalize());
  }

  /** The names of the folders that wait. */
  public List<String> waiting() {
    Optional<Path> inbox = inbox().filter(Files::isDirectory);
    if (inbox.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(inbox.get())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that waits under this name. */
  public Optional<Path> folder(String name) {
    return inbox().filter(any -> waiting().contains(name)).map(inbox -> inbox.resolve(name));
  }

  /** Whether the objects are about the participant, as far as the vault knows. */
  public Agreement agreement(ParticipantCode participant, RtCase rt) {
    try (IdentityVault vault = IdentityVault.open(data.orElseThrow())) {
      return rt.patient()
          .map(stated -> vault.agreement(participant, FolderShelf.identifiers(stated)))
          .orElse(Agreement.UNKNOWN);
    }
  }

  /** After an import: remembers whose the objects are and where they lie. */
  public void settle(CaseImport imported) {
    if (imported.needsSecondPerson()) {
      try (IdentityVault vault = IdentityVault.open(data.orElseThrow())) {
        imported
            .rt()
            .patient()
            .ifPresent(
                stated -> vault.link(imported.participant(), FolderShelf.identifiers(stated)));
      }
    }
    ImageFolders.in(data.orElseThrow()).remember(imported.participant(), imported.folder());
  }
}
