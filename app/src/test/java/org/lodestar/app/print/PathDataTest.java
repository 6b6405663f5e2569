package org.lodestar.app.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class PathDataTest {
  @Test
  void aStepLineGoesAcrossAndDown() {
    Rectangle2D bounds = PathData.parse("M10 5H30V25L40 35").getBounds2D();

    assertThat(bounds).isEqualTo(new Rectangle2D.Double(10, 5, 30, 30));
  }

  @Test
  void aRelativeLineStartsWhereTheLastOneEnded() {
    Rectangle2D bounds = PathData.parse("M10 10l5 5l-5 5l-5 -5z").getBounds2D();

    assertThat(bounds).isEqualTo(new Rectangle2D.Double(5, 10, 10, 10));
  }

  @Test
  void anotherCommandIsRefused() {
    assertThatThrownBy(() -> PathData.parse("M0 0C1 1 2 2 3 3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("M, L, l, H, V and z");
  }
}
