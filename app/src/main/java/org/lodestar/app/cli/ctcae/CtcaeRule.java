package org.lodestar.app.cli.ctcae;

import java.util.Locale;
import org.lodestar.app.cli.Exit;
import org.lodestar.app.cli.Failure;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What the commands about the dictionary say, in both languages. */
enum CtcaeRule implements Rule {
  NOT_CTCAE(
      Exit.INVALID,
      "{file} is not NCI's CTCAE file; it needs the columns SOC, Term, Grade 1 to Grade 5 as .xlsx"
          + " or .csv, or the same as JSON; nothing was written",
      "{file} 不是 NCI 的 CTCAE 文件；应为含 SOC、Term、Grade 1 至 Grade 5 各列的 .xlsx 或 .csv，或同样内容的"
          + " JSON；未写入任何内容"),
  BROKEN(
      Exit.INVALID,
      "{file} cannot be read to its end ({detail}); fetch it again; nothing was written",
      "{file} 无法读完（{detail}）；请重新获取该文件；未写入任何内容"),
  TOO_LARGE(
      Exit.INVALID,
      "{file} is larger than {limit} MB; NCI's file has less than 1 MB; nothing was written",
      "{file} 超过 {limit} MB；NCI 的文件不足 1 MB；未写入任何内容"),
  OTHER_VERSION(
      Exit.INVALID,
      "{file} is {found}; this program grades by {version}; nothing was written",
      "{file} 为 {found}；本程序按 {version} 分级；未写入任何内容"),
  UNLIKE(
      Exit.INVALID,
      "{file} has {known} of the {all} terms of {version}; it is another version or cut short;"
          + " nothing was written",
      "{file} 仅含 {version} {all} 个术语中的 {known} 个；为其他版本或内容不全；未写入任何内容"),
  DIFFERENT(
      Exit.INVALID,
      "{file} differs from {version} in {count} places, listed above; nothing was written",
      "{file} 与 {version} 有 {count} 处不同，已列于上；未写入任何内容"),
  IMPORTED(
      Exit.OK,
      "{version}: {terms} terms with {texts} grade texts were imported into {target}",
      "{version}：{terms} 个术语、{texts} 条级别说明已导入 {target}"),
  NO_TERM(
      Exit.NOT_FOUND,
      "\"{term}\" is no term of {version}{suggestion}",
      "“{term}”不是 {version} 的术语{suggestion}");

  private final Exit exit;
  private final String en;
  private final String zh;

  CtcaeRule(Exit exit, String en, String zh) {
    this.exit = exit;
    this.en = en;
    this.zh = zh;
  }

  @Override
  public String id() {
    return "ctcae." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return new Words(en, zh);
  }

  Exit exit() {
    return exit;
  }

  /** The failure that says this, with names and values in turn. */
  Failure failure(Object... namesAndValues) {
    return new Failure(exit, Message.of(words(), namesAndValues));
  }

  /** The same, with the technical cause for {@code --debug}. */
  Failure because(Throwable cause, Object... namesAndValues) {
    return new Failure(exit, Message.of(words(), namesAndValues), cause);
  }
}
