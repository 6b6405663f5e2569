package org.lodestar.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.lodestar.app.imaging.FaultWords;
import org.lodestar.app.store.StoreErrors;
import org.lodestar.app.store.StoreException;
import org.lodestar.radiotherapy.dicom.DicomException;

/** Turns whatever was thrown into one clear failure. */
final class Trouble {
  private Trouble() {}

  static Failure explain(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> failure;
      case StoreException store -> new Failure(exit(store.error()), store.words(), store);
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          explainIo(unchecked.getCause());
      case IOException io -> explainIo(io);
      case DicomException dicom -> new Failure(Exit.INVALID, FaultWords.message(dicom), dicom);
      case InterruptedException interrupted -> CliRule.INTERRUPTED.because(interrupted);
      default -> unexpected(thrown);
    };
  }

  private static Exit exit(StoreErrors error) {
    return switch (error) {
      case NO_LOG -> Exit.NOT_FOUND;
      case NOT_A_HEAD -> Exit.USAGE;
      case STORE_FILE_UNREADABLE, STORE_FILE_LACKS, STORE_FILE_VALUE, NO_SCHEMA -> Exit.INVALID;
      case NOT_SHARED -> Exit.NOT_FOUND;
      case BUSY, OUTRUN -> Exit.CONFLICT;
      case READ_ONLY -> Exit.NOT_PERMITTED;
      case UNREADABLE, DAMAGED, DAMAGED_BYTES, FACT_MISSING, HASH_DIFFERS, TABLES_DIFFER ->
          Exit.BROKEN;
      default -> Exit.UNEXPECTED;
    };
  }

  private static Failure explainIo(IOException thrown) {
    String file =
        thrown instanceof FileSystemException named && named.getFile() != null
            ? named.getFile()
            : "";
    if (isDiskFull(thrown)) {
      return CliRule.DISK_FULL.because(thrown, "file", file);
    }
    return switch (thrown) {
      case NoSuchFileException ignored -> CliRule.FILE_NOT_FOUND.because(thrown, "file", file);
      case NotDirectoryException ignored -> CliRule.FOLDER_NOT_FOUND.because(thrown, "file", file);
      case AccessDeniedException ignored ->
          CliRule.FILE_NOT_PERMITTED.because(thrown, "file", file);
      case FileAlreadyExistsException ignored -> CliRule.FILE_EXISTS.because(thrown, "file", file);
      default -> CliRule.FILE_TROUBLE.because(thrown, "file", file, "detail", detail(thrown));
    };
  }

  private static boolean isDiskFull(IOException thrown) {
    String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left") || message.contains("disk full");
  }

  private static Failure unexpected(Throwable thrown) {
    try {
      Path log = Files.createTempFile("lodestar-", ".log");
      Files.writeString(log, "lodestar " + Software.version() + "\n" + trace(thrown));
      return CliRule.UNEXPECTED.because(thrown, "detail", detail(thrown), "file", log.toString());
    } catch (IOException unwritable) {
      return CliRule.UNEXPECTED_UNLOGGED.because(thrown, "detail", detail(thrown));
    }
  }

  private static String detail(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null
        ? thrown.getClass().getSimpleName()
        : message.lines().findFirst().orElse(thrown.getClass().getSimpleName());
  }

  static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
