package org.lodestar.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lodestar.app.cli.design.Figures;
import org.lodestar.app.simulate.BatchReport;
import org.lodestar.app.simulate.Textbook;
import org.lodestar.app.simulate.TrialBatch;
import org.lodestar.app.simulate.TrialDesign;
import org.lodestar.app.simulate.TrialOutcome;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Many simulated trials and what became of their analyses, as tables and as JSON. */
final class SimulateTrials {
  private final Session session;
  private final TrialBatch batch;
  private final TrialDesign design;
  private final long seed;
  private final int trials;

  SimulateTrials(Session session, TrialBatch batch, long seed, int trials) {
    this.session = session;
    this.batch = batch;
    this.design = TrialDesign.of(batch.protocol());
    this.seed = seed;
    this.trials = trials;
  }

  Answer run(int threads) {
    List<TrialOutcome> outcomes;
    try (Progress progress = session.progress(session.say("trials", "试验"), trials)) {
      outcomes =
          batch.run(
              seed,
              trials,
              threads,
              done -> {
                synchronized (progress) {
                  progress.at(done);
                }
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CliRule.INTERRUPTED.because(e);
    }
    BatchReport report = BatchReport.of(batch, outcomes, seed, threads);
    return Answer.with(document(report, outcomes))
        .line(
            session.say(
                CliRule.SIMULATED_TRIALS,
                "trials",
                trials,
                "first",
                seed,
                "last",
                TrialBatch.seed(seed, trials - 1L)))
        .line(
            session.say(
                CliRule.SIMULATED_TRUTH,
                "truth",
                Figures.fixed(batch.scenario().trueRate(), 3),
                "null",
                Figures.plain(design.nullRate()),
                "alpha",
                Figures.plain(design.alpha()),
                "exact",
                Figures.plain(design.exactDay()),
                "landmark",
                design.landmarkDay()))
        .table(rejectionHeadings(report), rejections(report))
        .table(figureHeadings(report), figures(report))
        .line(
            session.say(
                CliRule.SIMULATED_TEXTBOOK,
                "n",
                report.n(),
                "trials",
                report.textbook().trials(),
                "days",
                report.textbook().scanDays()))
        .done();
  }

  private List<String> rejectionHeadings(BatchReport report) {
    return List.of(
        session.say("test", "检验"),
        session.say("rejects", "拒绝率"),
        session.say("Monte Carlo error", "模拟误差"),
        session.say("textbook", "教科书"),
        scanned(report));
  }

  private String scanned(BatchReport report) {
    int days = report.textbook().scanDays();
    return session.say("scans every " + days + " days", "每 " + days + " 天影像");
  }

  private List<List<String>> rejections(BatchReport report) {
    List<List<String>> rows = new ArrayList<>();
    Textbook textbook = report.textbook();
    for (BatchReport.Rejection each : report.rejections()) {
      String primary = each.test().isPrimary(design) ? session.say(" (primary)", "（主要）") : "";
      rows.add(
          List.of(
              session.say(each.test().words()) + primary,
              Figures.fixed(each.share(), 4),
              Figures.fixed(each.standardError(), 4),
              Figures.fixed(textbook.seen().rejected(each.test()), 4),
              Figures.fixed(textbook.scanned().rejected(each.test()), 4)));
    }
    return rows;
  }

  private List<String> figureHeadings(BatchReport report) {
    return List.of(
        session.say("of a trial", "每次试验"),
        session.say("mean", "均值"),
        session.say("Monte Carlo error", "模拟误差"),
        "5 %",
        session.say("median", "中位数"),
        "95 %",
        session.say("textbook", "教科书"),
        scanned(report));
  }

  private List<List<String>> figures(BatchReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (BatchReport.Figure each : report.figures()) {
      int decimals = each.isRate() ? 4 : 1;
      rows.add(
          List.of(
              session.say(each.words()),
              Figures.fixed(each.mean(), decimals),
              each.standardError().isPresent()
                  ? Figures.fixed(each.standardError().getAsDouble(), decimals + 1)
                  : "-",
              Figures.fixed(each.low(), decimals),
              Figures.fixed(each.median(), decimals),
              Figures.fixed(each.high(), decimals),
              shown(report.textbook().seen().mean(each.key()), decimals),
              shown(report.textbook().scanned().mean(each.key()), decimals)));
    }
    return rows;
  }

  private static String shown(OptionalDouble value, int decimals) {
    return value.isPresent() ? Figures.fixed(value.getAsDouble(), decimals) : "-";
  }

  private ObjectNode document(BatchReport report, List<TrialOutcome> outcomes) {
    ObjectNode document = session.document().put("simulated", true);
    document.put("seed", seed).put("trials", trials);
    document.put("trueRate", batch.scenario().trueRate()).put("nullRate", design.nullRate());
    document.put("oneSidedAlpha", design.alpha());
    document.put("exactDay", design.exactDay()).put("landmarkDay", design.landmarkDay());
    putTests(document.putArray("tests"), report);
    putFigures(document.putArray("figures"), report);
    ObjectNode textbook = document.putObject("textbook");
    textbook.put("n", report.n()).put("trials", report.textbook().trials());
    textbook.put("scanDays", report.textbook().scanDays());
    putOutcomes(document.putArray("outcomes"), outcomes);
    return document;
  }

  private void putTests(ArrayNode tests, BatchReport report) {
    for (BatchReport.Rejection each : report.rejections()) {
      tests
          .addObject()
          .put("test", each.test().key())
          .put("primary", each.test().isPrimary(design))
          .put("rejected", each.rejected())
          .put("share", each.share())
          .put("standardError", each.standardError())
          .put("textbook", report.textbook().seen().rejected(each.test()))
          .put("textbookWithScans", report.textbook().scanned().rejected(each.test()));
    }
  }

  private static void putFigures(ArrayNode figures, BatchReport report) {
    for (BatchReport.Figure each : report.figures()) {
      ObjectNode node = figures.addObject().put("figure", each.key()).put("trials", each.trials());
      node.put("mean", each.mean());
      each.standardError().ifPresent(error -> node.put("standardError", error));
      node.put("q05", each.low()).put("median", each.median()).put("q95", each.high());
      report.textbook().seen().mean(each.key()).ifPresent(mean -> node.put("textbook", mean));
      report
          .textbook()
          .scanned()
          .mean(each.key())
          .ifPresent(mean -> node.put("textbookWithScans", mean));
    }
  }

  private static void putOutcomes(ArrayNode list, List<TrialOutcome> outcomes) {
    for (TrialOutcome each : outcomes) {
      ObjectNode node = list.addObject().put("seed", each.seed()).put("facts", each.facts());
      node.put("enrolled", each.enrolled()).put("events", each.events());
      each.rateAtLandmark().ifPresent(rate -> node.put("rateAtLandmark", rate));
      each.rateAtExactDay().ifPresent(rate -> node.put("rateAtExactDay", rate));
      each.trueRate().ifPresent(rate -> node.put("trueRate", rate));
    }
  }
}
