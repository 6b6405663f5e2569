package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.fact.Language;

class ShippedTrialTest {
  private static final Protocol PROTOCOL = ShippedTrial.folder().protocol();

  @Test
  void theFolderIsReadWithoutErrors() {
    assertThat(Protocol.read(ShippedTrial.folder().bundle()).findings().errors()).isEmpty();
  }

  @Test
  void everySettingOfTheCatalogueIsStatedOrNamedAsOpen() {
    Set<String> mentioned =
        PROTOCOL.settings().stream().map(s -> s.key().path()).collect(Collectors.toSet());
    Set<String> absent = new HashSet<>();
    for (SettingKey<?> key : Catalogue.keys()) {
      if (!key.isFamily() && !mentioned.contains(key.path())) {
        absent.add(key.path());
      }
    }
    assertThat(absent).isEmpty();
  }

  @Test
  void everythingThatTheRecordLeavesOpenHasAnUnconfirmedExample() {
    assertThat(PROTOCOL.settings())
        .extracting(Setting::status)
        .contains(Setting.Status.STATED, Setting.Status.DECIDED_EXAMPLE)
        .doesNotContain(Setting.Status.UNSPECIFIED, Setting.Status.DECIDED_CONFIRMED);
  }

  @Test
  void whatTheRecordStatesIsStated() {
    assertStated(DesignSettings.PLANNED_ENROLMENT, "41");
    assertStated(DesignSettings.REQUIRED, "37");
    assertStated(DesignSettings.DROPOUT_PERCENT, "10 %");
    assertStated(DesignSettings.NULL_RATE_PERCENT, "34 %");
    assertStated(DesignSettings.ALTERNATIVE_RATE_PERCENT, "52 %");
    assertStated(DesignSettings.POWER_PERCENT, "80 %");
    assertStated(DesignSettings.ALPHA, "0.05");
    assertStated(DesignSettings.SIDEDNESS, "two-sided");
    assertStated(RadiotherapySettings.TOTAL_DOSE_GY, "45.0 Gy");
    assertStated(RadiotherapySettings.FRACTIONS, "25");
    assertStated(RadiotherapySettings.FRACTION_DOSE_GY, "1.8 Gy");
    assertStated(
        RadiotherapySettings.CTV_MARGIN,
        "superior: 30 mm, inferior: 30 mm, anterior: 5 mm, posterior: 5 mm, left: 5 mm, right: 5"
            + " mm");
    assertStated(AgentSettings.DOSE.of("camrelizumab"), "200");
    assertStated(TreatmentSettings.MAINTENANCE_MAX_MONTHS, "12 months");
    assertStated(SafetySettings.DICTIONARY, "CTCAE v5.0");
  }

  private static void assertStated(SettingKey<?> key, String shown) {
    Setting<?> setting = PROTOCOL.get(key);
    assertThat(setting.status()).as(key.path()).isEqualTo(Setting.Status.STATED);
    assertThat(setting.show(Language.EN)).isEqualTo(shown);
    assertThat(setting.source()).as(key.path()).isNotNull();
  }

  @Test
  void dosesOfTaxaneAndCarboplatinAreOpen() {
    for (String agent : new String[] {"paclitaxel", "nab-paclitaxel", "carboplatin"}) {
      assertThat(PROTOCOL.get(AgentSettings.DOSE.of(agent)).status())
          .isEqualTo(Setting.Status.DECIDED_EXAMPLE);
    }
  }

  @Test
  void aBundleReadBackGivesTheSameDigestAndSettings() {
    Bundle bundle = ShippedTrial.folder().bundle();
    Bundle again = Bundle.read(bundle.bytes());
    assertThat(again.digest()).isEqualTo(bundle.digest());
    assertThat(((Protocol.Reading.Read) Protocol.read(again)).protocol().settings())
        .isEqualTo(PROTOCOL.settings());
  }
}
