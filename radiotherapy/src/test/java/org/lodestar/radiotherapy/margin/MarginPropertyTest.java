package org.lodestar.radiotherapy.margin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lodestar.radiotherapy.contour.Grid;
import org.lodestar.radiotherapy.contour.ImageAxes;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.Vector;

/** What holds for any mask and any margin, tried on masks and margins drawn at random. */
class MarginPropertyTest {
  private static final int TRIES = 40;

  private record Drawn(Random random, Grid grid) {
    static Drawn from(RepetitionInfo repetition) {
      Random random = new Random(9173L * repetition.getCurrentRepetition());
      double[] slices = new double[1 + random.nextInt(18)];
      double position = -20;
      for (int k = 0; k < slices.length; k++) {
        position += 1 + 2 * random.nextDouble();
        slices[k] = position;
      }
      ImageAxes[] axes = {
        ImageAxes.HEAD_FIRST_SUPINE,
        ImageAxes.HEAD_FIRST_PRONE,
        ImageAxes.FEET_FIRST_SUPINE,
        ImageAxes.FEET_FIRST_PRONE
      };
      return new Drawn(
          random,
          new Grid(
              1 + random.nextInt(150),
              1 + random.nextInt(40),
              0.7 + random.nextDouble(),
              0.7 + random.nextDouble(),
              axes[random.nextInt(axes.length)],
              new Vector(-40, -20, 0),
              slices));
    }

    Mask mask() {
      Mask.Builder mask = new Mask.Builder(grid);
      for (int i = random.nextInt(50); i >= 0; i--) {
        int row = random.nextInt(grid.rows());
        int slice = random.nextInt(grid.slices());
        int from = random.nextInt(grid.columns());
        mask.setRun(from, Math.min(grid.columns(), from + 1 + random.nextInt(70)), row, slice);
      }
      return mask.build();
    }

    private double side(double most) {
      return random.nextInt(5) == 0 ? 0 : most * random.nextDouble();
    }

    Margins margins() {
      return new Margins(side(80), side(12), side(9), side(9), side(14), side(14));
    }
  }

  private static Margins scaled(Margins m, double by) {
    return new Margins(
        by * m.rightMm(),
        by * m.leftMm(),
        by * m.anteriorMm(),
        by * m.posteriorMm(),
        by * m.inferiorMm(),
        by * m.superiorMm());
  }

  @RepeatedTest(TRIES)
  void movedWordsAndTheLinearSweepGiveTheSameVoxels(RepetitionInfo repetition) {
    Drawn drawn = Drawn.from(repetition);
    Mask mask = drawn.mask();
    AxisMargins axes = new AxisMargins(drawn.grid(), drawn.margins());

    assertThat(MarginBody.expand(mask, axes))
        .isEqualTo(VoxelExpansion.expand(mask, mask.bounds().orElseThrow(), axes));
  }

  @RepeatedTest(TRIES)
  void theMarginOfAUnionIsTheUnionOfTheMargins(RepetitionInfo repetition) {
    Drawn drawn = Drawn.from(repetition);
    Mask a = drawn.mask();
    Mask b = drawn.mask();
    Margins margins = drawn.margins();

    assertThat(Margin.expand(a.or(b), margins))
        .isEqualTo(Margin.expand(a, margins).or(Margin.expand(b, margins)));
  }

  @RepeatedTest(TRIES)
  void aWiderMarginContainsANarrowerOneAndBothContainTheMask(RepetitionInfo repetition) {
    Drawn drawn = Drawn.from(repetition);
    Mask mask = drawn.mask();
    Margins margins = drawn.margins();
    Mask narrow = Margin.expand(mask, scaled(margins, 0.6));

    assertThat(narrow.contains(mask)).isTrue();
    assertThat(Margin.expand(mask, margins).contains(narrow)).isTrue();
    assertThat(Margin.expand(mask, Margins.isotropic(0))).isEqualTo(mask);
  }

  @RepeatedTest(TRIES)
  void twoMarginsOfOneShapeStayWithinTheirSum(RepetitionInfo repetition) {
    Drawn drawn = Drawn.from(repetition);
    Mask mask = drawn.mask();
    Margins margins = drawn.margins();
    Mask twice = Margin.expand(Margin.expand(mask, scaled(margins, 0.4)), scaled(margins, 0.55));

    assertThat(Margin.expand(mask, scaled(margins, 0.951)).contains(twice)).isTrue();
  }

  @Test
  void aMarginFarWiderThanTheMaskIsLeftToTheSweepWhoseTimeDoesNotGrowWithIt() {
    Grid grid = Grid.axial(512, 512, 200, new Vector(0, 0, 0), 0.5, 0.5);
    Mask line = new Mask.Builder(grid).setRun(0, 512, 256, 100).build();
    MarginBody small = new MarginBody(grid, new AxisMargins(grid, Margins.isotropic(5)));

    assertThat(small.isQuickFor(line.bounds().orElseThrow())).isTrue();
    Mask.Builder block = new Mask.Builder(grid);
    for (int k = 0; k < 200; k += 199) {
      for (int j = 0; j < 512; j += 511) {
        block.setRun(0, 512, j, k);
      }
    }
    MarginBody wide = new MarginBody(grid, new AxisMargins(grid, Margins.isotropic(100)));
    assertThat(wide.isQuickFor(block.build().bounds().orElseThrow())).isFalse();
  }
}
