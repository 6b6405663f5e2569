package org.lodestar.app.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static List<Outline.Line> trace(String... rows) {
    return Outline.trace(
        (x, y) -> rows[y].charAt(x) == '#' ? 1 : 0, rows[0].length(), rows.length, 0.5);
  }

  private static double area(Outline.Line line) {
    double twice = 0;
    for (int i = 0; i < line.size(); i++) {
      int next = (i + 1) % line.size();
      twice += line.x(i) * line.y(next) - line.x(next) * line.y(i);
    }
    return twice / 2;
  }

  @Test
  void aSingleSampleHasADiamondAroundIt() {
    List<Outline.Line> lines = trace("...", ".#.", "...");

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().size()).isEqualTo(4);
    assertThat(area(lines.getFirst())).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aHoleIsALineOfItsOwnThatTurnsTheOtherWay() {
    List<Outline.Line> lines = trace("####", "#..#", "#..#", "####");

    assertThat(lines).hasSize(2);
    assertThat(lines.stream().mapToDouble(OutlineTest::area).filter(a -> a < 0).count())
        .isEqualTo(1);
  }

  @Test
  void samplesThatTouchAtACornerStayApart() {
    assertThat(trace("#.", ".#")).hasSize(2);
  }

  @Test
  void betweenTwoSamplesTheLevelIsInterpolated() {
    List<Outline.Line> lines = Outline.trace((x, y) -> 10 - 4 * x, 3, 1, 5);

    assertThat(lines).hasSize(1);
    double rightmost = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.getFirst().size(); i++) {
      rightmost = Math.max(rightmost, lines.getFirst().x(i));
    }
    assertThat(rightmost).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void nothingAboveTheLevelHasNoLine() {
    assertThat(trace("..", "..")).isEmpty();
  }
}
