package org.lodestar.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodestar.trial.cases.Golden;

class ProtocolSchemaTest {
  private static final ShippedTrial TRIAL = ShippedTrial.folder();

  @Test
  void thePublishedSchemasAreTheOnesMadeFromTheCatalogue() {
    Golden.assertSame("docs/schemas/protocol.schema.json", ProtocolSchema.protocol());
    Golden.assertSame("docs/schemas/decisions.schema.json", ProtocolSchema.decisions());
  }

  @Test
  void theShippedFilesAreValid() {
    assertThat(validate(ProtocolSchema.protocol(), TRIAL.text("protocol.yaml"))).isEmpty();
    assertThat(validate(ProtocolSchema.decisions(), TRIAL.text("decisions.yaml"))).isEmpty();
  }

  @Test
  void whatTheReaderRefusesForItsShapeTheSchemaRefusesToo() {
    assertInvalid("fractions: {value: 25,", "fractions: {value: 250,");
    assertInvalid("  fraction-dose-gy:", "  fraction-dos-gy:");
    assertInvalid("sidedness: {value: two-sided,", "sidedness: {value: both,");
    assertInvalid("power-percent: {value: 80, source: detail-4-3}", "power-percent: {value: 80}");
    assertInvalid("format: lodestar/protocol/1", "format: lodestar/protocol/2");
  }

  private static void assertInvalid(String from, String to) {
    String changed = TRIAL.with("protocol.yaml", from, to).text("protocol.yaml");
    assertThat(validate(ProtocolSchema.protocol(), changed)).as(to).isNotEmpty();
  }

  private static Set<ValidationMessage> validate(String schema, String yaml) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(yaml, InputFormat.YAML);
  }
}
