package org.lodestar.trial.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;

/** A sentence or label in both languages. */
final class WordsType extends ValueType<Words> {
  static final WordsType INSTANCE = new WordsType();

  @Override
  @Nullable Words read(YamlNode node, Findings.Builder findings) {
    if (!(node instanceof YamlNode.Members)) {
      return wrong(node, findings);
    }
    Section section = Section.of(node, findings);
    String en = section.required("en", ValueType.text());
    String zh = section.required("zh", ValueType.text());
    section.close();
    return en == null || zh == null ? null : new Words(en, zh);
  }

  @Override
  public String allowed() {
    return "{en: \"...\", zh: \"...\"}";
  }

  @Override
  public String show(Words value, Language language) {
    return value.in(language);
  }

  static JsonSchema definition() {
    return JsonSchema.object(
        Map.of("en", TextType.ANY.schema(), "zh", TextType.ANY.schema()), List.of("en", "zh"));
  }

  @Override
  JsonSchema schema() {
    return JsonSchema.ref("words");
  }
}
