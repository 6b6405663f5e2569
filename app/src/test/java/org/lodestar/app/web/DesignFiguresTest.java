package org.lodestar.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lodestar.app.store.TrialFolder;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.protocol.Protocol;

class DesignFiguresTest {
  private static final DesignFigures.Question QUESTION =
      new DesignFigures.Question(0.34, 0.52, 12, 24, 0.05, 2, 0.80, 0.10, 37, 41);
  private static final DesignFigures FIGURES = DesignFigures.of(QUESTION);

  @Test
  void theShippedProtocolAsksThisQuestion() throws Exception {
    Path folder = Path.of(System.getProperty("lodestar.root")).resolve("trials/escc-ldrt");
    Protocol protocol =
        ((Protocol.Reading.Read) Protocol.read(TrialFolder.read(folder))).protocol();

    assertThat(DesignFigures.Question.of(protocol)).contains(QUESTION);
  }

  /** Oracle: Python 3.12, sum(math.comb(37, k) * p**k * (1-p)**(37-k) for k in range(19, 38)). */
  @Test
  void theExactTestOfTheRateHasLessThanSixtyPercentPowerAtTheRegisteredNumber() {
    assertThat(FIGURES.exactPower(37)).isCloseTo(0.5967943, within(1e-7));
    assertThat(FIGURES.exactSize(37)).isCloseTo(0.02205954, within(1e-8));
  }

  @Test
  void theThreeReadingsOfDropoutGiveFortyOneAndFortyTwo() {
    assertThat(FIGURES.dropout().timesOnePlus().n()).isEqualTo(41);
    assertThat(FIGURES.dropout().overRetained().n()).isEqualTo(42);
    assertThat(FIGURES.dropout().insideFollowUp().n()).isEqualTo(41);
  }

  @Test
  void theWholeCurveTestReachesItsPowerAndAPlateauDeceivesIt() {
    assertThat(FIGURES.power(DesignFigures.BRESLOW, 37)).isBetween(0.80, 0.82);
    double atNull = FIGURES.atNull().results().get(DesignFigures.BRESLOW).rejected();
    assertThat(atNull).isLessThan(0.025);
    double deceived =
        FIGURES.plateaus().get(1).rejected().results().get(DesignFigures.BRESLOW).rejected();
    double stopped =
        FIGURES.plateaus().get(1).rejected().results().get(DesignFigures.TRUNCATED).rejected();
    assertThat(deceived).isBetween(0.30, 0.36);
    assertThat(stopped).isLessThan(0.025);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    DesignView once = new DesignReader(FIGURES, Language.ZH).read();
    DesignView again = new DesignReader(DesignFigures.of(QUESTION), Language.ZH).read();

    assertThat(again).isEqualTo(once);
    assertThat(once.warning()).contains("59.7 %").contains("80 %");
  }
}
