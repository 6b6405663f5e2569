package org.lodestar.app.print;

import java.util.List;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * Power by the number of participants, a named line a test, with the level that was asked for and
 * the numbers of the design.
 *
 * @param marks numbers of participants to be told apart: required and planned
 * @param level power asked for, in percent
 */
public record PowerPlot(List<Line> lines, List<Integer> marks, double level, Language language) {
  private static final Words SAYS = new Words("Power by number of participants", "检验效能随例数变化");
  private static final Words AXIS = new Words("Participants", "例数");
  private static final int TOP = 18;
  private static final int LEFT = 40;
  private static final int LABEL_ROW = 14;

  /**
   * @param colour class of line and name: {@code b}, {@code v}, {@code g}, {@code r}
   * @param powers in percent, one a number of participants
   */
  public record Line(Words name, String colour, List<Integer> participants, List<Double> powers) {
    public Line {
      participants = List.copyOf(participants);
      powers = List.copyOf(powers);
      if (participants.size() != powers.size()) {
        throw new IllegalArgumentException(
            "a power a number of participants; got: " + participants + " and " + powers);
      }
    }
  }

  public PowerPlot {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  private record Frame(double right, double ground, int from, int to, double low, double high) {
    double x(double n) {
      return LEFT + (right - LEFT) * (n - from) / (to - from);
    }

    double y(double power) {
      return ground - (ground - TOP) * (power - low) / (high - low);
    }
  }

  public String wide() {
    return draw("wide", 480, 320, 130);
  }

  public String narrow() {
    return draw("narrow", 340, 280, 122);
  }

  public String paper() {
    return draw("paper", 690, 320, 150);
  }

  private String draw(String kind, int width, int height, int margin) {
    List<Integer> ns = lines.getFirst().participants();
    double low =
        lines.stream().flatMap(l -> l.powers().stream()).mapToDouble(p -> p).min().orElse(0);
    double bottom = Math.max(0, Math.floor(low / 10) * 10);
    Frame frame =
        new Frame(width - margin, height - 40.0, ns.getFirst(), ns.getLast(), bottom, 100);
    Svg svg = new Svg(kind, width, height, SAYS.in(language));
    axes(svg, frame);
    for (int mark : marks) {
      svg.line("ref", frame.x(mark), TOP, frame.x(mark), frame.ground());
      svg.text("bd m halo", frame.x(mark), TOP - 5, Integer.toString(mark));
    }
    svg.line("ref", LEFT, frame.y(level), frame.right(), frame.y(level));
    lines.forEach(line -> line(svg, frame, line));
    names(svg, frame);
    return svg.done();
  }

  private void axes(Svg svg, Frame frame) {
    for (int power = (int) frame.low(); power <= frame.high(); power += 10) {
      svg.line("gr", LEFT, frame.y(power), frame.right(), frame.y(power));
      svg.text("e mu", LEFT - 6, frame.y(power) + 4, Integer.toString(power));
    }
    svg.line("ax", LEFT, frame.ground(), frame.right(), frame.ground());
    for (int n = frame.from(); n <= frame.to(); n += 2) {
      svg.line("ax", frame.x(n), frame.ground(), frame.x(n), frame.ground() + 5);
      svg.text("m mu", frame.x(n), frame.ground() + 18, Integer.toString(n));
    }
    svg.text("m mu", (LEFT + frame.right()) / 2, frame.ground() + 35, AXIS.in(language));
  }

  private static void line(Svg svg, Frame frame, Line line) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < line.participants().size(); i++) {
      double x = frame.x(line.participants().get(i));
      double y = frame.y(line.powers().get(i));
      path.append(i == 0 ? 'M' : 'L').append(Svg.n(x)).append(' ').append(Svg.n(y));
    }
    svg.path("line " + line.colour(), path.toString());
    for (int i = 0; i < line.participants().size(); i++) {
      svg.circle(
          "f-" + hue(line.colour()),
          frame.x(line.participants().get(i)),
          frame.y(line.powers().get(i)),
          2.5);
    }
  }

  /** Names at the ends of their lines, moved apart so that none hides another. */
  private void names(Svg svg, Frame frame) {
    double above = Double.NEGATIVE_INFINITY;
    List<Line> downwards =
        lines.stream()
            .sorted((a, b) -> Double.compare(b.powers().getLast(), a.powers().getLast()))
            .toList();
    for (Line line : downwards) {
      double y = Math.max(frame.y(line.powers().getLast()) + 4, above + LABEL_ROW);
      svg.text("f-" + hue(line.colour()), frame.right() + 8, y, line.name().in(language));
      above = y;
    }
  }

  private static String hue(String colour) {
    return switch (colour) {
      case "b" -> "blue";
      case "v" -> "violet";
      case "g" -> "green";
      default -> "red";
    };
  }
}
