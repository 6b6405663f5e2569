package org.lodestar.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;

/** One line that is rewritten at most ten times a second: how far, how fast, how long still. */
public final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final double NANOS = 1e9;

  private final @Nullable PrintStream err;
  private final Language language;
  private final String label;
  private final long total;
  private final LongSupplier nanoTime;
  private final long start;
  private long drawnAt;
  private boolean drawn;

  Progress(
      @Nullable PrintStream err,
      Language language,
      String label,
      long total,
      LongSupplier nanoTime) {
    this.err = err;
    this.language = language;
    this.label = label;
    this.total = total;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.drawnAt = start;
  }

  /** Says that {@code done} of the total is done. */
  public void at(long done) {
    long now = nanoTime.getAsLong();
    if (err == null || now - drawnAt < REDRAW_NANOS) {
      return;
    }
    drawnAt = now;
    drawn = true;
    err.print("\r\u001b[K" + line(done, (now - start) / NANOS));
    err.flush();
  }

  String line(long done, double seconds) {
    double rate = done / Math.max(seconds, 1e-9);
    long left = Math.round((total - done) / Math.max(rate, 1e-9));
    String template =
        switch (language) {
          case EN -> "%s %,d of %,d, %,.0f a second, %d s left";
          case ZH -> "%s %,d / %,d，每秒 %,.0f，剩余 %d 秒";
        };
    return String.format(Locale.ROOT, template, label, done, total, rate, left);
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (err != null && drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
