package org.lodestar.app.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.imaging.ReviewStructure;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.app.print.Svg;
import org.lodestar.radiotherapy.dose.Dvh;
import org.lodestar.trial.fact.Words;

/** Cumulative dose-volume histograms: targets thick and warm, organs thin. */
record DvhPlot(
    List<ReviewStructure> structures, Optional<BigDecimal> prescribedGy, TrialWords words) {
  private static final Words SAYS = new Words("Dose-volume histogram: ", "剂量体积直方图：");
  private static final Words DOSE = new Words("Dose, Gy", "剂量，Gy");
  private static final Words VOLUME = new Words("Volume, %", "体积，%");
  private static final int TOP = 16;
  private static final int POINTS = 120;

  private record Frame(double left, double right, double ground, double maxGy) {
    double x(double gy) {
      return left + (right - left) * gy / maxGy;
    }

    double y(double percent) {
      return ground - (ground - TOP) * percent / 100;
    }
  }

  /** The structures with a curve: all but the body, which says nothing. */
  static List<ReviewStructure> shown(List<ReviewStructure> all) {
    return all.stream().filter(each -> each.part() != Part.BODY && each.dvh().isPresent()).toList();
  }

  private double maxGy() {
    double highest =
        structures.stream()
            .flatMap(each -> each.dvh().stream())
            .mapToDouble(Dvh::maxGy)
            .max()
            .orElse(10);
    return Math.ceil(highest / 10) * 10;
  }

  String wide() {
    return draw("wide", 660, 290, 96);
  }

  String narrow() {
    return draw("narrow", 350, 280, 12);
  }

  private String draw(String kind, int width, int height, int margin) {
    String names =
        structures.stream().map(ReviewStructure::name).reduce((a, b) -> a + ", " + b).orElse("");
    Svg svg = new Svg(kind, width, height, words.say(SAYS) + names);
    Frame frame = new Frame(42, width - margin, height - 38, maxGy());
    axes(svg, frame);
    prescribedGy.ifPresent(gy -> reference(svg, frame, 0.95 * gy.doubleValue()));
    structures.forEach(each -> curve(svg, frame, each));
    names(svg, frame, margin > 50);
    return svg.done();
  }

  private void axes(Svg svg, Frame frame) {
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = frame.y(percent);
      svg.line(percent == 0 ? "ax" : "gr", frame.left(), y, frame.right(), y);
      svg.text("e mu", frame.left() - 6, y + 4, Integer.toString(percent));
    }
    for (int gy = 0; gy <= frame.maxGy(); gy += 10) {
      double x = frame.x(gy);
      svg.line("ax", x, frame.ground(), x, frame.ground() + 5);
      svg.text("m mu", x, frame.ground() + 18, Integer.toString(gy));
    }
    svg.text("m mu", (frame.left() + frame.right()) / 2, frame.ground() + 34, words.say(DOSE));
    svg.text("mu", frame.left() + 6, TOP - 3, words.say(VOLUME));
  }

  private void reference(Svg svg, Frame frame, double gy) {
    svg.line("ref", frame.x(gy), TOP, frame.x(gy), frame.ground());
    String text = "95 %: " + BigDecimal.valueOf(gy).stripTrailingZeros().toPlainString();
    svg.text("e sm halo", frame.x(gy) - 5, frame.y(75), text);
  }

  static String line(Part part, int organ) {
    return switch (part) {
      case GROSS, NODES -> "line r";
      case DRAWN -> "line a";
      case COMPUTED -> "line b dashed";
      case PLANNING -> "line v";
      case ORGAN, BODY -> organ % 2 == 0 ? "line g thin" : "line thin";
    };
  }

  private static String ink(Part part) {
    return switch (part) {
      case GROSS, NODES -> "f-red";
      case DRAWN -> "f-amber";
      case COMPUTED -> "f-blue";
      case PLANNING -> "f-violet";
      case ORGAN, BODY -> "";
    };
  }

  private void curve(Svg svg, Frame frame, ReviewStructure structure) {
    Dvh dvh = structure.dvh().orElseThrow();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i <= POINTS; i++) {
      double gy = Math.min(dvh.maxGy(), frame.maxGy()) * i / POINTS;
      path.append(i == 0 ? 'M' : 'L')
          .append(Svg.n(frame.x(gy)))
          .append(' ')
          .append(Svg.n(frame.y(dvh.percentAtLeast(gy))));
    }
    svg.path(line(structure.part(), structures.indexOf(structure)), path.toString());
  }

  /** Targets are named in a column at the right, organs where their curves have room. */
  private void names(Svg svg, Frame frame, boolean roomy) {
    double y = TOP + 10;
    for (ReviewStructure each : structures) {
      if (each.part() != Part.ORGAN) {
        double x = roomy ? frame.right() + 8 : frame.x(0.86 * frame.maxGy()) - 120;
        if (roomy) {
          svg.text("bd sm " + ink(each.part()), x, y, each.name());
        } else {
          svg.text(
              "e sm halo " + ink(each.part()), frame.x(30), frame.y(92) + y - TOP, each.name());
        }
        y += 16;
      }
    }
    double percent = 56;
    for (ReviewStructure each : structures) {
      Dvh dvh = each.dvh().orElseThrow();
      if (each.part() == Part.ORGAN && dvh.maxGy() > 5) {
        svg.text(
            "sm halo", frame.x(dvh.atHottestPercent(percent)) + 3, frame.y(percent), each.name());
        percent = Math.max(8, percent - 9);
      }
    }
  }
}
