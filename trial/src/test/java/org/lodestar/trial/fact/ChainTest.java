package org.lodestar.trial.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static final byte[] SALT = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

  private static Header header(long seq) {
    return new Header(
        seq,
        seq,
        Instant.parse("2024-03-04T01:02:03.004Z"),
        "c.chen",
        Role.COORDINATOR,
        "01",
        new ParticipantCode("S-001"),
        new Stream.Form(new FormInstance(new ParticipantCode("S-001"), "screening", "consent", 1)),
        1,
        Kind.FORM_SAVED,
        1,
        Digest.NONE,
        "0.1.0",
        "cmd-1");
  }

  @Test
  void theCanonicalFormIsWrittenOutOnceAndForEver() {
    MemberDigests digests = new MemberDigests(1);
    SortedMap<String, Json> members = new TreeMap<>();
    members.put("consent.date", Entry.typed("2024-03-04").toJson());
    digests.add("consent.date", CanonicalObject.write(members), 0, SALT, 0);
    assertThat(Chain.canonical(header(7), digests, Digest.NONE))
        .isEqualTo(
            "{\"actor\":\"c.chen\",\"at\":\"2024-03-04T01:02:03.004Z\",\"batch\":\"7\",\"bundle\":\""
                + "0".repeat(64)
                + "\",\"commandId\":\"cmd-1\",\"content\":{\"consent.date\":\""
                + "62846f0fc7a0e8c93413accf008819b827d8d2d272b48922b50724849c74e9d8"
                + "\"},\"kind\":\"form-saved\",\"participant\":\"S-001\",\"prev\":\""
                + "0".repeat(64)
                + "\",\"role\":\"coordinator\",\"schema\":\"1\",\"seq\":\"7\",\"site\":\"01\","
                + "\"software\":\"0.1.0\",\"stream\":\"form/S-001/screening/consent/1\","
                + "\"version\":\"1\"}");
  }

  @Test
  void aMemberDigestIsShaOfSaltAndCanonicalValue() {
    Json value = Entry.typed("1.50", "mg/dL").toJson();
    assertThat(value.canonical()).isEqualTo("{\"text\":\"1.50\",\"unit\":\"mg/dL\"}");
    assertThat(Chain.digestOf(SALT, value))
        .isEqualTo(
            Digest.of(
                SALT, "{\"text\":\"1.50\",\"unit\":\"mg/dL\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void everyPartOfAFactMovesItsHash() {
    MemberDigests none = new MemberDigests(1);
    MemberDigests one = new MemberDigests(1);
    one.add("a", Digest.NONE);
    Digest hash = Chain.hash(header(7), none, Digest.NONE);
    assertThat(Chain.hash(header(8), none, Digest.NONE)).isNotEqualTo(hash);
    assertThat(Chain.hash(header(7), none, hash)).isNotEqualTo(hash);
    assertThat(Chain.hash(header(7), one, Digest.NONE)).isNotEqualTo(hash);
  }

  @Test
  void theFormThatIsHashedIsTheCanonicalFormOfTheHeaderWithContentAndPredecessor() {
    MemberDigests digests = new MemberDigests(1);
    digests.add("a", Chain.digestOf(SALT, Json.text("x")));
    digests.add("b", Digest.NONE);
    SortedMap<String, Json> whole = new TreeMap<>(header(7).toJson().values());
    StringBuilder content = new StringBuilder();
    digests.write(content);
    whole.put("content", JsonText.parse(content.toString()));
    whole.put("prev", Json.text(Digest.ofText("before").hex()));
    assertThat(Chain.canonical(header(7), digests, Digest.ofText("before")))
        .isEqualTo(new Json.Members(whole).canonical());
  }

  @Test
  void membersOutOfTheirOrderAreRefused() {
    MemberDigests digests = new MemberDigests(1);
    digests.add("b", Digest.NONE);
    assertThatThrownBy(() -> digests.add("a", Digest.NONE)).hasMessageContaining("got a after b");
    assertThatThrownBy(() -> digests.add("b", Digest.NONE)).hasMessageContaining("got b after b");
  }

  @Test
  void aSaltOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Chain.digestOf(new byte[15], Json.text("x")))
        .hasMessageContaining("16 bytes; got: 15");
  }
}
