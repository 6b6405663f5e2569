package org.lodestar.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestar.trial.fact.ParticipantCode;

class IdentityVaultTest {
  private static final ParticipantCode FIRST = new ParticipantCode("S-001");
  private static final ParticipantCode SECOND = new ParticipantCode("S-002");

  @TempDir Path data;

  private static Identifiers person(String id, String born, String sex) {
    return new Identifiers(
        Optional.of(id).filter(text -> !text.isEmpty()),
        Optional.of(born).filter(text -> !text.isEmpty()).map(LocalDate::parse),
        Optional.of(sex));
  }

  @Test
  void theIdentifierOrBirthDateAndSexMustAgree() {
    try (IdentityVault vault = IdentityVault.open(data)) {
      assertThat(vault.agreement(FIRST, person("H1", "1960-01-01", "M")))
          .isEqualTo(Agreement.UNKNOWN);
      vault.link(FIRST, person("H1", "1960-01-01", "M"));

      assertThat(vault.agreement(FIRST, person(" h1 ", "", "M")))
          .isEqualTo(Agreement.BY_IDENTIFIER);
      assertThat(vault.agreement(FIRST, person("NEW", "1960-01-01", "M")))
          .isEqualTo(Agreement.BY_BIRTH_DATE_AND_SEX);
      assertThat(vault.agreement(FIRST, person("NEW", "1960-01-01", "F")))
          .isEqualTo(Agreement.DIFFERS);
      assertThat(vault.agreement(FIRST, person("", "", "M"))).isEqualTo(Agreement.DIFFERS);
    }
  }

  @Test
  void anIdentifierThatIsSomebodyElsesDiffersWhateverTheBirthDate() {
    try (IdentityVault vault = IdentityVault.open(data)) {
      vault.link(FIRST, person("H1", "1960-01-01", "M"));
      vault.link(SECOND, person("H2", "1960-01-01", "M"));

      assertThat(vault.agreement(FIRST, person("H2", "1960-01-01", "M")))
          .isEqualTo(Agreement.DIFFERS);
    }
  }

  @Test
  void noIdentifierIsWrittenAnywhereAndWhatIsLinkedStays() throws IOException {
    try (IdentityVault vault = IdentityVault.open(data)) {
      vault.link(FIRST, person("HOSPITAL-4711", "1960-01-01", "M"));
    }
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("4711")
            .doesNotContain("1960");
      }
    }
    try (IdentityVault vault = IdentityVault.open(data)) {
      assertThat(vault.agreement(FIRST, person("HOSPITAL-4711", "", "M")).holds()).isTrue();
    }
    assertThat(person("HOSPITAL-4711", "", "M")).hasToString("Identifiers[hidden]");
  }
}
