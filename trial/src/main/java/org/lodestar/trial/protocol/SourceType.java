package org.lodestar.trial.protocol;

import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/**
 * A place in the trial's documents. Files write the key of an entry in their table of sources;
 * {@link Sources} has put the words in its place before a value is read.
 */
final class SourceType extends ValueType<Words> {
  static final SourceType INSTANCE = new SourceType();

  @Override
  @Nullable Words read(YamlNode node, Findings.Builder findings) {
    return WordsType.INSTANCE.read(node, findings);
  }

  @Override
  public String allowed() {
    return "key of " + Sources.NAME + " | " + WordsType.INSTANCE.allowed();
  }

  @Override
  public String show(Words value, Language language) {
    return value.in(language);
  }

  static JsonSchema definition() {
    return JsonSchema.anyOf(TextType.KEY.schema(), WordsType.INSTANCE.schema());
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.ref("source");
  }
}
