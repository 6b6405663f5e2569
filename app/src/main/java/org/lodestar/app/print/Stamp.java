package org.lodestar.app.print;

import java.time.Instant;
import java.time.LocalDate;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Words;

/**
 * What every page of a document says of its origin, so that it can be made again and checked.
 *
 * @param cut name of the cut
 * @param seq the last fact taken into account
 * @param head the hash of that fact
 * @param at when that fact was written: the only moment that a document carries
 * @param synthetic whether the log is simulated
 */
public record Stamp(
    String trialKey,
    Words trialTitle,
    String cut,
    LocalDate cutoff,
    long seq,
    Digest head,
    Digest bundle,
    String bundleVersion,
    Instant at,
    String software,
    boolean synthetic) {
  private static final int SHOWN_DIGITS = 16;
  private static final Words SYNTHETIC =
      new Words("SYNTHETIC  ·  demonstration data, no real participant", "合成数据  ·  演示数据，非真实受试者");
  private static final Words LINE =
      new Words(
          "Cut {cut}, events to {cutoff}  ·  fact {seq}, head {head}  ·  bundle {bundle}, version"
              + " {version}  ·  {software}",
          "截点 {cut}，事件截至 {cutoff}  ·  第 {seq} 条记录，链首 {head}  ·  方案包 {bundle}，版本"
              + " {version}  ·  {software}");

  String synthetic(Language language) {
    return synthetic ? SYNTHETIC.in(language) : "";
  }

  /** Cut, head, bundle and software in one line. */
  public String line(Language language) {
    return Message.of(
            LINE,
            "cut",
            cut,
            "cutoff",
            cutoff,
            "seq",
            seq,
            "head",
            head.hex().substring(0, SHOWN_DIGITS),
            "bundle",
            bundle.hex().substring(0, SHOWN_DIGITS),
            "version",
            bundleVersion,
            "software",
            software)
        .in(language);
  }
}
