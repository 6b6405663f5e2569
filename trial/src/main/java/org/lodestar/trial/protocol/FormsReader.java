package org.lodestar.trial.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.fact.Words;

/** Reads {@code forms/*.yaml}: first every file by itself, then what they say of each other. */
final class FormsReader {
  static final String FOLDER = "forms/";
  static final String FORMAT = "lodestar/form/1";

  private final Findings.Builder findings;

  private FormsReader(Findings.Builder findings) {
    this.findings = findings;
  }

  static Forms read(Bundle bundle, Findings.Builder findings) {
    FormsReader reader = new FormsReader(findings);
    List<FormDefinition> read = new ArrayList<>();
    for (String path : bundle.paths()) {
      if (path.startsWith(FOLDER) && path.endsWith(".yaml")) {
        ProtocolReader.root(bundle, path, FORMAT, true, findings)
            .map(root -> reader.form(root, path))
            .ifPresent(read::add);
      }
    }
    Forms forms = new Forms(read);
    FormCheck check = new FormCheck(forms, findings);
    forms.all().forEach(check::check);
    return forms;
  }

  private @Nullable FormDefinition form(Section root, String path) {
    String key = root.required("key", ValueType.key());
    FormKind kind = root.required("kind", ValueType.choice(FormKind.class));
    Words words = root.required("label", ValueType.words());
    List<Section> sections = root.sections("sections");
    List<Section> checks = root.sections("checks");
    root.close();
    if (key == null || kind == null || words == null) {
      return null;
    }
    if (!path.equals(FOLDER + key + ".yaml")) {
      findings.error(FormRule.KEY_IS_FILE_NAME, root.place("key"), "value", key, "file", path);
    }
    return new FormDefinition(
        key, kind, words, sections(key, sections), checks(checks), root.place());
  }

  private List<FormSection> sections(String form, List<Section> sections) {
    List<FormSection> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section section : sections) {
      String key = section.required("key", ValueType.key());
      Words words = section.required("label", ValueType.words());
      List<Section> items = section.sections("items");
      section.close();
      List<ItemDefinition> definitions = new ArrayList<>();
      for (Section item : items) {
        new ItemReader(form, item)
            .read().stream()
                .filter(definition -> isNew(definition, names))
                .forEach(definitions::add);
      }
      if (key != null && words != null) {
        read.add(new FormSection(key, words, definitions));
      }
    }
    return read;
  }

  private boolean isNew(ItemDefinition item, Set<String> names) {
    if (names.add(item.key())) {
      return true;
    }
    findings.error(FormRule.DUPLICATE_ITEM, item.place(), "item", item.key());
    return false;
  }

  private List<EditCheck> checks(List<Section> checks) {
    List<EditCheck> read = new ArrayList<>();
    for (Section check : checks) {
      String key = check.required("key", ValueType.key());
      EditCheck.Severity severity =
          check.required("severity", ValueType.choice(EditCheck.Severity.class));
      String requires = check.required("requires", ValueType.text());
      Words message = check.required("message", ValueType.words());
      check.close();
      if (key != null && severity != null && requires != null && message != null) {
        read.add(new EditCheck(key, severity, requires, message, check.place("requires")));
      }
    }
    return read;
  }

  /** Reports which items and codes the agents of the trial still need in its forms. */
  static void checkAgents(Forms forms, List<String> agents, Findings.Builder findings) {
    FormCheck check = new FormCheck(forms, findings);
    for (FormDefinition form : forms.all()) {
      agents.forEach(agent -> check.checkAgent(form, agent));
    }
  }

  /** Reads one item; empty when it cannot be read, several when it has reference limits. */
  private static final class ItemReader {
    private static final Words LOWER = new Words("lower reference limit", "参考值下限");
    private static final Words UPPER = new Words("upper reference limit", "参考值上限");

    private final String form;
    private final Section section;

    ItemReader(String form, Section section) {
      this.form = form;
      this.section = section;
    }

    List<ItemDefinition> read() {
      String key = section.required("key", ValueType.key());
      Words words = section.required("label", ValueType.words());
      ItemType type = section.required("type", ValueType.choice(ItemType.class));
      boolean required = isSet("required");
      boolean limits = isSet("reference-range");
      boolean gene = isSet("human-genetic-resource");
      Words help = section.optional("help", ValueType.words());
      Dimension dimension = section.optional("dimension", ValueType.choice(Dimension.class));
      List<String> units = section.optional("units", ValueType.list(ValueType.text()));
      Range hard = range("hard");
      Range soft = range("soft");
      List<ItemDefinition.Option> options = options();
      String visibleWhen = section.optional("visible-when", ValueType.text());
      section.close();
      if (key == null || words == null || type == null) {
        return List.of();
      }
      ItemDefinition item =
          new ItemDefinition(
              form + "." + key,
              words,
              type,
              required,
              help,
              dimension,
              units != null ? units : dimension == null ? List.of() : List.of(dimension.unit()),
              hard,
              soft,
              options,
              visibleWhen,
              gene,
              null,
              section.place());
      return limits
          ? List.of(item, item.limit("-lln", LOWER), item.limit("-uln", UPPER))
          : List.of(item);
    }

    private boolean isSet(String name) {
      Boolean set = section.optional(name, ValueType.flag());
      return set != null && set;
    }

    private @Nullable Range range(String name) {
      Optional<Section> range = section.section(name);
      if (range.isEmpty()) {
        return null;
      }
      var number = ValueType.decimal("-1000000", "1000000", Unit.NONE);
      var min = range.get().required("min", number);
      var max = range.get().required("max", number);
      range.get().close();
      return min == null || max == null ? null : new Range(min, max);
    }

    private List<ItemDefinition.Option> options() {
      List<ItemDefinition.Option> options = new ArrayList<>();
      for (Section option : section.sections("choices")) {
        String code = option.required("code", ValueType.text("[A-Za-z0-9][A-Za-z0-9/-]*"));
        String en = option.required("en", ValueType.text());
        String zh = option.required("zh", ValueType.text());
        option.close();
        if (code != null && en != null && zh != null) {
          options.add(new ItemDefinition.Option(code, new Words(en, zh)));
        }
      }
      return options;
    }
  }
}
