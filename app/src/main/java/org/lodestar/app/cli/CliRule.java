package org.lodestar.app.cli;

import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What the command line itself says, in both languages. */
public enum CliRule implements Rule {
  UNKNOWN_COMMAND(
      Exit.USAGE,
      "there is no command \"{name}\"{suggestion}; \"{command} --help\" lists them",
      "没有命令“{name}”{suggestion}；“{command} --help”列出全部命令"),
  UNKNOWN_OPTION(
      Exit.USAGE,
      "\"{command}\" has no option {name}{suggestion}; \"{command} --help\" lists them",
      "“{command}”没有选项 {name}{suggestion}；“{command} --help”列出全部选项"),
  UNEXPECTED_ARGUMENT(
      Exit.USAGE,
      "\"{command}\" does not know what to do with \"{name}\"; \"{command} --help\" explains it",
      "“{command}”不接受参数“{name}”；用法见“{command} --help”"),
  MISSING_ARGUMENT(
      Exit.USAGE,
      "\"{command}\" needs {name}; \"{command} --help\" explains it",
      "“{command}”缺少 {name}；用法见“{command} --help”"),
  WRONG_VALUE(
      Exit.USAGE,
      "{name} cannot be \"{value}\"; it must be {allowed}",
      "{name} 不能为“{value}”；应为{allowed}"),
  WRONG_USE(
      Exit.USAGE,
      "{detail}; \"{command} --help\" explains it",
      "命令行用法有误（{detail}）；用法见“{command} --help”"),
  FILE_NOT_FOUND(Exit.NOT_FOUND, "there is no file {file}", "文件不存在：{file}"),
  FOLDER_NOT_FOUND(Exit.NOT_FOUND, "there is no folder {file}", "文件夹不存在：{file}"),
  FILE_NOT_PERMITTED(
      Exit.NOT_PERMITTED,
      "{file} may not be read or written by this user; check its permissions",
      "当前用户无权读写 {file}；请检查文件权限"),
  FILE_EXISTS(
      Exit.CONFLICT,
      "{file} exists already; name another place or remove it first",
      "{file} 已存在；请另选位置或先将其移走"),
  DISK_FULL(
      Exit.UNEXPECTED,
      "the disk is full, {file} could not be written; nothing recorded before is lost",
      "磁盘已满，无法写入 {file}；此前已记录的内容没有丢失"),
  FILE_TROUBLE(
      Exit.UNEXPECTED, "{file} could not be read or written: {detail}", "无法读写 {file}：{detail}"),
  NOT_JSON(
      Exit.INVALID,
      "{file} is not JSON: line {line}, column {column}: {detail}",
      "{file} 不是 JSON：第 {line} 行第 {column} 列：{detail}"),
  NOT_ANSWERED(
      Exit.INVALID,
      "this cannot be answered: {detail}; \"{command} --help\" shows what is needed",
      "无法回答：{detail}；所需内容见“{command} --help”"),
  TRIAL_AMBIGUOUS(
      Exit.USAGE,
      "which trial? {folder} holds {count} of them; name one with --trial DIR",
      "请指明试验：{folder} 下有 {count} 个；用 --trial DIR 指定其一"),
  UNEXPECTED(
      Exit.UNEXPECTED,
      "something unexpected happened ({detail}); the details were written to {file}",
      "发生意外错误（{detail}）；详情已写入 {file}"),
  UNEXPECTED_UNLOGGED(
      Exit.UNEXPECTED,
      "something unexpected happened ({detail}); run it again with --debug for the details",
      "发生意外错误（{detail}）；加上 --debug 再次运行可查看详情"),
  NO_BUNDLE(Exit.INVALID, "{file} cannot be bundled: {detail}", "{file} 无法打包：{detail}"),
  PROTOCOL_INVALID(
      Exit.INVALID,
      "{file} cannot be used (errors: {count}); the first: {first}; \"lodestar protocol lint\""
          + " lists them",
      "{file} 有 {count} 处错误，首个为：{first}；“lodestar protocol lint”列出全部"),
  EXAMPLE_VALUES(
      Exit.OK,
      "note  decisions.yaml: {count} example values are unconfirmed; --all lists each with the"
          + " people who decide it",
      "提示  decisions.yaml：{count} 个示例值未确认；--all 逐项列出及其决定者"),
  LOG_EXISTS(
      Exit.CONFLICT,
      "{file} holds a log already; a simulation needs an empty folder, name one with --data DIR",
      "{file} 已有日志；模拟需要空文件夹，请用 --data DIR 指定"),
  SIMULATED(
      Exit.OK,
      "SYNTHETIC: {facts} facts, {screened} screened, {enrolled} enrolled (seed {seed})",
      "模拟数据：{facts} 条记录，筛选 {screened} 人，入组 {enrolled} 人（种子 {seed}）"),
  WOULD_SIMULATE(
      Exit.OK,
      "the virtual staff would act {acts} times (seed {seed}); nothing was written",
      "虚拟研究人员将执行 {acts} 次操作（种子 {seed}）；未写入任何内容"),
  TRIALS_WRITE_NOTHING(
      Exit.USAGE,
      "with --trials no log is written, so {option} cannot be given; leave out one of the two",
      "使用 --trials 时不写入日志，因此不能给出 {option}；请去掉其中之一"),
  SIMULATED_TRIALS(
      Exit.OK,
      "SYNTHETIC: {trials} whole trials, seeds {first} to {last}; nothing was written",
      "模拟数据：{trials} 次完整试验，种子 {first} 至 {last}；未写入任何内容"),
  SIMULATED_TRUTH(
      Exit.OK,
      "true progression-free rate {truth} at one year; null {null}, one-sided {alpha}; exact day"
          + " {exact}, protocol's landmark day {landmark}",
      "1 年真实无进展率 {truth}；零假设 {null}，单侧 {alpha}；确切日 {exact}，方案里程碑日 {landmark}"),
  SIMULATED_TEXTBOOK(
      Exit.OK,
      "textbook: {n} enter evenly over the same time, events seen on their day or at scans every"
          + " {days} days, nobody lost ({trials} trials)",
      "教科书：{n} 例在相同时间内均匀入组，事件当日可知或每 {days} 天影像时可知，无失访（{trials} 次试验）"),
  WOULD_ACTIVATE(
      Exit.OK,
      "the bundle {bundle} can be read and would be activated on the log in {folder}; nothing was"
          + " written",
      "方案包 {bundle} 可读，将在 {folder} 的日志中启用；未写入任何内容"),
  ACTIVATED(
      Exit.OK, "activated as version {version}: bundle {bundle}", "已启用，版本 {version}：方案包 {bundle}"),
  MIGRATED(
      Exit.OK,
      "the database that {file} names has the tables of this program, and the folder's user may"
          + " use them",
      "{file} 所指数据库的表已与本程序一致，其用户可以使用"),
  INTACT(
      Exit.OK,
      "intact: {facts} facts, {bundles} bundles, {attachments} attachments",
      "完好：{facts} 条记录，{bundles} 个方案包，{attachments} 个附件"),
  DEMO_REAL_LOG(
      Exit.CONFLICT,
      "{file} holds a real log; the demo needs an empty folder or one of its own, name it with"
          + " --data DIR",
      "{file} 中是真实日志；演示需要空文件夹或演示自己的文件夹，请用 --data DIR 指定"),
  DEMO_OCCUPIED(
      Exit.CONFLICT,
      "{file} holds other files; the demo needs an empty folder, name one with --data DIR",
      "{file} 中有其他文件；演示需要空文件夹，请用 --data DIR 指定"),
  DEMO_EMPTY(
      Exit.INVALID,
      "the simulated log has no protocol yet; build it again with --fresh",
      "模拟日志中尚无方案；请用 --fresh 重新构建"),
  PORT_TAKEN(
      Exit.CONFLICT,
      "port {port} is taken; --port {other} is free (0 takes any free one)",
      "端口 {port} 已被占用；可用 --port {other}（0 表示任意空闲端口）"),
  DEMO_TITLE(
      Exit.OK,
      "Lodestar demo - {trial}, synthetic participants; every page says SYNTHETIC",
      "Lodestar 演示 - {trial}，合成受试者；每页均标明“合成数据”"),
  DEMO_PROTOCOL(
      Exit.OK,
      "  protocol   {errors} errors, {notes} notes; {open} decisions open or unconfirmed",
      "  方案       {errors} 处错误，{notes} 条提示；{open} 项决定未定或未确认"),
  DEMO_DESIGN(
      Exit.OK,
      "  design     n = {required}, {planned} with {dropout} dropout ({null} to {hoped})",
      "  设计       n = {required}，计脱落 {dropout} 后 {planned}（{null} 至 {hoped}）"),
  DEMO_LOG(
      Exit.OK,
      "  log        {facts} facts, chain verified in {seconds} s, head {head}",
      "  日志       {facts} 条事实，{seconds} 秒核验哈希链，链首 {head}"),
  DEMO_CUTS(Exit.OK, "  cuts       {cuts}", "  截点       {cuts}"),
  DEMO_OPEN(
      Exit.OK, "  open       {address}     Ctrl-C ends", "  打开       {address}     Ctrl-C 结束"),
  NO_SUCH_CUT(
      Exit.NOT_FOUND,
      "there is no cut \"{name}\" in the log; there are: {cuts}",
      "日志中没有截点“{name}”；现有：{cuts}"),
  REPORTED(
      Exit.OK,
      "report of the cut {cut}, events to {cutoff}: {count} files in {seconds} s",
      "截点 {cut}（事件截至 {cutoff}）的报告：{count} 个文件，用时 {seconds} 秒"),
  INTERRUPTED(Exit.INTERRUPTED, "interrupted", "已中断");

  private final Exit exit;
  private final String en;
  private final String zh;

  CliRule(Exit exit, String en, String zh) {
    this.exit = exit;
    this.en = en;
    this.zh = zh;
  }

  @Override
  public String id() {
    return "cli." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return new Words(en, zh);
  }

  /** The failure that says this, with names and values in turn. */
  public Failure failure(Object... namesAndValues) {
    return new Failure(exit, Message.of(words(), namesAndValues));
  }

  /** The same, with the technical cause for {@code --debug}. */
  public Failure because(Throwable cause, Object... namesAndValues) {
    return new Failure(exit, Message.of(words(), namesAndValues), cause);
  }
}
