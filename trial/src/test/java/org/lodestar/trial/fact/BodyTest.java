package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyTest {
  private static final ParticipantCode CODE = new ParticipantCode("S-001");
  private static final Digest DIGEST = Digest.ofText("x");

  static Stream<Body> bodies() {
    return Stream.of(
        new Body.LogOpened("escc-ldrt", true),
        new Body.ProtocolActivated(DIGEST, "1.0"),
        new Body.AccountOpened("c.chen", EnumSet.of(Role.COORDINATOR, Role.DATA_MANAGER)),
        new Body.ParticipantRegistered(CODE),
        new Body.ScreenFailed(CODE, "not-eligible", new TreeSet<>(Set.of("stage", "ecog"))),
        new Body.Enrolled(CODE, "01-001", 1, LocalDate.of(2024, 3, 20)),
        new Body.FormSaved(
            new TreeMap<>(
                Map.of(
                    "laboratory.creatinine", Entry.typed("78", "umol/L"),
                    "laboratory.inr", Entry.missing("not-done"),
                    "laboratory.anc",
                        new Entry.Value("１.２", "10^9/L", null, "laboratory:file.csv#4")))),
        new Body.FormCompleted(),
        new Body.FormReopened(),
        new Body.Decided("s", "r", DIGEST, "hold", "give", "i.li"),
        new Body.Decided("s", "r", DIGEST, "hold", "hold", null),
        new Body.CutNamed("full", 12, DIGEST, LocalDate.of(2026, 5, 1), DIGEST),
        new Body.ArtefactImported("plan.dcm", "application/dicom", 12, DIGEST, List.of("1.2.3")),
        new Body.ValueRedacted(3, "consent.note", DIGEST, "d.ma"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isReadBackAsItWasWritten(Body body) {
    Content content = body.content().withReason("typing slip");
    Content stored =
        new Content(
            ((Json.Members) JsonText.parse(new Json.Members(content.members()).canonical()))
                .values());
    assertThat(Body.read(body.kind(), body.kind().schema(), stored)).isEqualTo(body);
    assertThat(stored.optionalText(Content.REASON)).isEqualTo("typing slip");
  }

  @Test
  void everyKindHasABodyHere() {
    assertThat(bodies().map(Body::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Kind.class));
  }

  @Test
  void aRedactedItemKeepsItsDigest() {
    Content stored =
        new Content(new TreeMap<>(Map.of("consent.note", new Entry.Redacted(DIGEST, 9).toJson())));
    assertThat(((Body.FormSaved) Body.read(Kind.FORM_SAVED, 1, stored)).items())
        .containsEntry("consent.note", new Entry.Redacted(DIGEST, 9));
  }

  @Test
  void anUnknownLayoutIsRefused() {
    assertThatThrownBy(() -> Body.read(Kind.FORM_SAVED, 2, new Content(new TreeMap<>())))
        .hasMessage("form-saved has layouts 1 to 1; this fact says 2");
  }

  @Test
  void anOlderLayoutIsUpcastStepByStep() {
    List<Upcast.Step> steps =
        List.of(
            new Upcast.Step(Kind.DECIDED, 1, content -> content.with("b", Json.text("2"))),
            new Upcast.Step(
                Kind.DECIDED, 2, content -> content.with("c", Json.text(content.text("b") + "3"))));
    Content old = new Content(new TreeMap<>(Map.of("a", Json.text("1"))));
    assertThat(Upcast.toCurrent(Kind.DECIDED, 1, old, 3, steps).text("c")).isEqualTo("23");
    assertThat(Upcast.toCurrent(Kind.DECIDED, 3, old, 3, steps)).isEqualTo(old);
    assertThatThrownBy(() -> Upcast.toCurrent(Kind.DECIDED, 1, old, 4, steps))
        .hasMessageContaining("no step from layout 3 to 4");
  }

  @Test
  void aKindIsReadToTheLetter() {
    for (Kind kind : Kind.values()) {
      assertThat(Kind.parse(kind.key())).isEqualTo(kind);
    }
    assertThatThrownBy(() -> Kind.parse("Form-saved")).hasMessageContaining("Form-saved");
  }
}
