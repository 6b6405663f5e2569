package org.lodestar.trial.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bodies as content and back. Members keep their names for ever. */
final class BodyForm {
  private BodyForm() {}

  static Content write(Body body) {
    return switch (body) {
      case Body.LogOpened b ->
          content("trial", Json.text(b.trial()), "simulated", new Json.Flag(b.simulated()));
      case Body.ProtocolActivated b ->
          content("bundle", Json.text(b.bundle().hex()), "version", Json.text(b.version()));
      case Body.AccountOpened b ->
          content("account", Json.text(b.account()), "roles", Json.texts(keys(b.roles())));
      case Body.ParticipantRegistered b -> content("code", Json.text(b.code().text()));
      case Body.ScreenFailed b -> writeScreenFailed(b);
      case Body.Enrolled b -> writeEnrolled(b);
      case Body.FormSaved b -> writeItems(b);
      case Body.FormCompleted ignored -> content();
      case Body.FormReopened ignored -> content();
      case Body.Decided b -> writeDecided(b);
      case Body.CutNamed b -> writeCut(b);
      case Body.ArtefactImported b -> writeArtefact(b);
      case Body.ValueRedacted b -> writeRedacted(b);
    };
  }

  static Body read(Kind kind, Content content) {
    return switch (kind) {
      case LOG_OPENED -> new Body.LogOpened(content.text("trial"), content.flag("simulated"));
      case PROTOCOL_ACTIVATED ->
          new Body.ProtocolActivated(digest(content, "bundle"), content.text("version"));
      case ACCOUNT_OPENED ->
          new Body.AccountOpened(content.text("account"), roles(content.texts("roles")));
      case PARTICIPANT_REGISTERED -> new Body.ParticipantRegistered(code(content));
      case SCREEN_FAILED ->
          new Body.ScreenFailed(
              code(content), content.text("cause"), new TreeSet<>(content.texts("criteria")));
      case ENROLLED ->
          new Body.Enrolled(
              code(content),
              content.text("number"),
              Math.toIntExact(content.number("ordinal")),
              LocalDate.parse(content.text("on")));
      case FORM_SAVED -> readItems(content);
      case FORM_COMPLETED -> new Body.FormCompleted();
      case FORM_REOPENED -> new Body.FormReopened();
      case DECIDED -> readDecided(content);
      case CUT_NAMED -> readCut(content);
      case ARTEFACT_IMPORTED -> readArtefact(content);
      case VALUE_REDACTED ->
          new Body.ValueRedacted(
              content.number("seq"),
              content.text("member"),
              digest(content, "digest"),
              content.text("secondPerson"));
    };
  }

  private static Content writeScreenFailed(Body.ScreenFailed b) {
    return content(
        "code", Json.text(b.code().text()),
        "cause", Json.text(b.cause()),
        "criteria", Json.texts(List.copyOf(b.criteria())));
  }

  private static Content writeEnrolled(Body.Enrolled b) {
    return content(
        "code", Json.text(b.code().text()),
        "number", Json.text(b.number()),
        "ordinal", Json.number(b.ordinal()),
        "on", Json.text(b.on().toString()));
  }

  private static Content writeItems(Body.FormSaved b) {
    SortedMap<String, Json> members = new TreeMap<>();
    b.items().forEach((key, entry) -> members.put(key, entry.toJson()));
    return new Content(members);
  }

  /** A log of a million saves has some hundred item keys and units: each is kept in memory once. */
  private static Body.FormSaved readItems(Content content) {
    SortedMap<String, Entry> items = new TreeMap<>();
    content
        .members()
        .forEach(
            (key, json) -> {
              if (!key.equals(Content.REASON)) {
                items.put(key.intern(), readEntry(key, json));
              }
            });
    return new Body.FormSaved(items);
  }

  private static Entry readEntry(String key, Json json) {
    if (!(json instanceof Json.Members members)) {
      throw new IllegalArgumentException("item " + key + " is not an entry");
    }
    String redacted = member(members, "redacted");
    if (redacted != null) {
      String by = member(members, "by");
      return new Entry.Redacted(new Digest(redacted), by == null ? 0 : Long.parseLong(by));
    }
    String text = member(members, "text");
    String unit = member(members, "unit");
    String origin = member(members, "origin");
    return new Entry.Value(
        text == null ? "" : text,
        unit == null ? null : unit.intern(),
        member(members, "missing"),
        origin == null ? Entry.TYPED : origin);
  }

  private static @Nullable String member(Json.Members members, String name) {
    return members.values().get(name) instanceof Json.Text text ? text.value() : null;
  }

  private static Content writeDecided(Body.Decided b) {
    Content content =
        content(
            "subject", Json.text(b.subject()),
            "rule", Json.text(b.rule()),
            "inputs", Json.text(b.inputs().hex()),
            "proposed", Json.text(b.proposed()),
            "decided", Json.text(b.decided()));
    return b.secondPerson() == null
        ? content
        : content.with("secondPerson", Json.text(b.secondPerson()));
  }

  private static Body.Decided readDecided(Content content) {
    return new Body.Decided(
        content.text("subject"),
        content.text("rule"),
        digest(content, "inputs"),
        content.text("proposed"),
        content.text("decided"),
        content.optionalText("secondPerson"));
  }

  private static Content writeCut(Body.CutNamed b) {
    return content(
        "name", Json.text(b.name()),
        "seq", Json.number(b.seq()),
        "head", Json.text(b.head().hex()),
        "clinicalCutoff", Json.text(b.clinicalCutoff().toString()),
        "bundle", Json.text(b.bundle().hex()));
  }

  private static Body.CutNamed readCut(Content content) {
    return new Body.CutNamed(
        content.text("name"),
        content.number("seq"),
        digest(content, "head"),
        LocalDate.parse(content.text("clinicalCutoff")),
        digest(content, "bundle"));
  }

  private static Content writeArtefact(Body.ArtefactImported b) {
    return content(
        "name", Json.text(b.name()),
        "mediaType", Json.text(b.mediaType()),
        "bytes", Json.number(b.bytes()),
        "digest", Json.text(b.digest().hex()),
        "uids", Json.texts(b.uids()));
  }

  private static Body.ArtefactImported readArtefact(Content content) {
    return new Body.ArtefactImported(
        content.text("name"),
        content.text("mediaType"),
        content.number("bytes"),
        digest(content, "digest"),
        content.texts("uids"));
  }

  private static Content writeRedacted(Body.ValueRedacted b) {
    return content(
        "seq", Json.number(b.seq()),
        "member", Json.text(b.member()),
        "digest", Json.text(b.digest().hex()),
        "secondPerson", Json.text(b.secondPerson()));
  }

  private static Content content(Object... namesAndValues) {
    SortedMap<String, Json> members = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Content(members);
  }

  private static ParticipantCode code(Content content) {
    return new ParticipantCode(content.text("code"));
  }

  private static Digest digest(Content content, String member) {
    return new Digest(content.text(member));
  }

  private static List<String> keys(Set<Role> roles) {
    return roles.stream().map(Role::key).sorted().toList();
  }

  private static Set<Role> roles(List<String> keys) {
    return keys.stream().map(Role::parse).collect(Collectors.toUnmodifiableSet());
  }
}
