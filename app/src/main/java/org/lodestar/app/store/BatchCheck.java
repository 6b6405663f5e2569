package org.lodestar.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.lodestar.trial.fact.Body;
import org.lodestar.trial.fact.Content;
import org.lodestar.trial.fact.Draft;
import org.lodestar.trial.fact.Entry;
import org.lodestar.trial.fact.Json;

/** What every batch must fulfil so that the log can give back exactly what was put in. */
final class BatchCheck {
  private BatchCheck() {}

  /**
   * @throws StoreException when the batch cannot be stored unchanged
   */
  static void requireStorable(Batch batch) {
    if (batch.commandId().isBlank()) {
      throw StoreErrors.NO_COMMAND_ID.exception();
    }
    requireColumn("commandId", batch.commandId());
    requireColumn("actor", batch.context().actor());
    requireColumn("site", batch.context().site());
    for (Draft draft : batch.drafts()) {
      requireColumn("stream", draft.stream().path());
      requireContent(draft);
    }
  }

  /**
   * @throws StoreException when the batch names bytes that the store lacks
   */
  static void requireBytes(Connection connection, Batch batch) throws SQLException {
    for (Draft draft : batch.drafts()) {
      requireBytes(connection, draft.body());
    }
  }

  private static void requireContent(Draft draft) {
    if (draft.body() instanceof Body.FormSaved saved) {
      saved.items().forEach(BatchCheck::requireEntry);
    } else {
      draft.body().content().members().forEach(BatchCheck::requireMember);
    }
    if (draft.reason() != null) {
      requireWhole(Content.REASON, draft.reason());
    }
  }

  /** A saved form is the most of a log: its entries are looked at as they are. */
  private static void requireEntry(String item, Entry entry) {
    if (!(entry instanceof Entry.Value value)) {
      throw StoreErrors.BAD_TEXT.exception("field", item, "found", "redacted");
    }
    requireWhole(item, item);
    requireWhole(item, value.text());
    requireWhole(item, value.origin());
    requireWhole(item, value.unit() == null ? "" : value.unit());
    requireWhole(item, value.missing() == null ? "" : value.missing());
  }

  private static void requireMember(String name, Json value) {
    if (SaltedContent.looksRedacted(value)) {
      throw StoreErrors.BAD_TEXT.exception("field", name, "found", "redacted");
    }
    requireWhole(name, name);
    requireJson(name, value);
  }

  private static void requireJson(String field, Json json) {
    switch (json) {
      case Json.Text text -> requireWhole(field, text.value());
      case Json.Flag ignored -> {}
      case Json.Items items -> items.values().forEach(value -> requireJson(field, value));
      case Json.Members members -> members.values().values().forEach(v -> requireJson(field, v));
    }
  }

  /** A column of PostgreSQL cannot hold U+0000; inside JSON it is escaped and harmless. */
  private static void requireColumn(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw StoreErrors.BAD_TEXT.exception("field", field, "found", "U+0000");
    }
    requireWhole(field, text);
  }

  /** Half a surrogate pair has no UTF-8: it would be hashed and stored as something else. */
  private static void requireWhole(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !isPaired(text, i)) {
        throw StoreErrors.BAD_TEXT.exception(
            "field", field, "found", String.format(Locale.ROOT, "U+%04X", (int) text.charAt(i)));
      }
    }
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private static void requireBytes(Connection connection, Body body) throws SQLException {
    if (body instanceof Body.ProtocolActivated activated
        && !ByteTable.BUNDLE.holds(connection, activated.bundle())) {
      throw StoreErrors.BUNDLE_NOT_STORED.exception("digest", activated.bundle().hex());
    }
    if (body instanceof Body.ArtefactImported imported
        && !ByteTable.ATTACHMENT.holds(connection, imported.digest())) {
      throw StoreErrors.ATTACHMENT_NOT_STORED.exception("digest", imported.digest().hex());
    }
  }
}
