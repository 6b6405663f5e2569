package org.lodestar.app.store;

import java.util.Locale;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** Everything that can go wrong with a log, in both languages. */
public enum StoreErrors implements Rule {
  NO_LOG(
      "There is no log in {path}. Check --data, or create one first.",
      "{path} 中没有日志。请检查 --data，或先创建日志。"),
  CANNOT_OPEN(
      "The database {path} cannot be opened: {cause}. Check that the folder exists and may be"
          + " written.",
      "无法打开数据库 {path}：{cause}。请检查文件夹是否存在且可写。"),
  UNREADABLE(
      "Database unreadable: {cause}. Nothing was changed; restore a backup or have the file"
          + " examined.",
      "数据库无法读取：{cause}。未作任何更改；请恢复备份或检查该文件。"),
  NEWER_SCHEMA(
      "The database has schema {found}, this program knows up to {known}. Use the newer program.",
      "数据库架构版本为 {found}，本程序只支持到 {known}。请使用较新的程序。"),
  NO_SCHEMA(
      "The PostgreSQL database holds no log, and this role may not create one. Run lodestar"
          + " migrate with the owner's login first.",
      "PostgreSQL 数据库中没有日志，且当前角色无权创建。请先以所有者身份运行 lodestar migrate。"),
  NOT_DURABLE(
      "PostgreSQL runs with {setting} = {value}; acknowledged facts would not survive a crash. Set"
          + " {setting} = on.",
      "PostgreSQL 的 {setting} = {value}；已确认的记录在崩溃后会丢失。请设置 {setting} = on。"),
  NOT_SHARED(
      "There is no {path}. A log in PostgreSQL needs one with url, user and password-file; a log in"
          + " SQLite needs no migration.",
      "没有文件 {path}。日志存于 PostgreSQL 时，其中须写明 url、user 与 password-file；存于 SQLite 时无需迁移。"),
  STORE_FILE_UNREADABLE(
      "The file {path} cannot be read: {cause}. It says where the log is kept; correct or remove"
          + " it.",
      "无法读取文件 {path}：{cause}。该文件指明日志的存放位置；请更正或移除。"),
  STORE_FILE_LACKS(
      "The file {path} lacks {name}; it needs url, user and, where there is a password,"
          + " password-file.",
      "文件 {path} 缺少 {name}；需要 url、user，有密码时还需 password-file。"),
  STORE_FILE_VALUE(
      "In {path}, {name} cannot be {value}; it must be {allowed}.",
      "{path} 中的 {name} 不能为 {value}；应为 {allowed}。"),
  DISK_FULL(
      "The disk is full; nothing of this batch was written. Free some space and send the same"
          + " command again.",
      "磁盘已满；本批记录未写入。请释放空间后重新发送同一命令。"),
  IO(
      "The disk or the connection failed ({cause}); the batch is not acknowledged. Send the same"
          + " command again: it is carried out once.",
      "磁盘或连接出错（{cause}）；本批记录未获确认。请重新发送同一命令：它只会执行一次。"),
  BUSY(
      "Another program held the database for more than {seconds} s; nothing was written. Try"
          + " again.",
      "另一程序占用数据库超过 {seconds} 秒；未写入任何内容。请重试。"),
  OUTRUN(
      "Others changed the log {attempts} times in between; nothing was written. Send the same"
          + " command again.",
      "其间日志被他人更改了 {attempts} 次；未写入任何内容。请重新发送同一命令。"),
  READ_ONLY(
      "The database may only be read ({cause}); nothing was written. Check the file's rights or the"
          + " role's grants.",
      "数据库只读（{cause}）；未写入任何内容。请检查文件权限或角色授权。"),
  REFUSED(
      "The database refused the change: {cause}. Nothing was written.",
      "数据库拒绝了更改：{cause}。未写入任何内容。"),
  CLOSED("The log is closed; open it again.", "日志已关闭；请重新打开。"),
  NOT_A_HEAD(
      "A head is SEQ:HASH with 64 hexadecimal digits; got: {value}.",
      "链首应为 SEQ:HASH（64 位十六进制）；实际为：{value}。"),
  BAD_TEXT(
      "The text of {field} holds {found}, which cannot be stored unchanged. Enter it again without"
          + " it.",
      "{field} 的文本含有 {found}，无法原样保存。请去除后重新输入。"),
  NO_COMMAND_ID("A batch needs a command id that is not empty.", "每批记录需要非空的命令编号。"),
  NOT_IN_MEMORY(
      "A log in memory keeps no salted digests, so {member} of fact {seq} cannot be redacted."
          + " Redact it in a stored log.",
      "内存日志不保存加盐摘要，无法遮盖第 {seq} 条记录的 {member}。请在已存储的日志中操作。"),
  BUNDLE_NOT_STORED(
      "The fact names the bundle {digest}, which the store does not hold. Store the bundle first.",
      "该记录引用的方案包 {digest} 尚未保存。请先保存方案包。"),
  ATTACHMENT_NOT_STORED(
      "The fact names the file {digest}, which the store does not hold. Store the file first.",
      "该记录引用的文件 {digest} 尚未保存。请先保存文件。"),
  NOTHING_TO_REDACT(
      "Fact {seq} has no value called {member} that could be taken out. Name a fact and one of its"
          + " items that is not redacted yet.",
      "第 {seq} 条记录没有可移除的 {member}。请指定一条记录及其尚未移除的项目。"),
  NOT_REDACTABLE(
      "{member} of fact {seq} is needed to read the log and cannot be taken out; only entered items"
          + " and free texts can.",
      "第 {seq} 条记录的 {member} 是读取日志所必需的，不能移除；只有录入的项目和自由文本可以移除。"),
  OTHER_DIGEST(
      "The redaction of {member} of fact {seq} states the digest {stated}, the stored value has"
          + " {found}. Read the fact again.",
      "移除第 {seq} 条记录的 {member} 时所给摘要为 {stated}，实际为 {found}。请重新读取该记录。"),
  DAMAGED(
      "Fact {seq} does not have the hash that was given when it was written: {cause}. It is not"
          + " shown. Run verify, then restore a backup.",
      "第 {seq} 条记录与写入时的哈希不符：{cause}。该记录不予显示。请运行 verify 并恢复备份。"),
  DAMAGED_BYTES(
      "The stored bytes of {digest} no longer have that digest. They are not shown. Restore a"
          + " backup.",
      "{digest} 的保存内容与其摘要不符，不予显示。请恢复备份。"),
  CANNOT_WRITE(
      "The file {path} cannot be written: {cause}. Check that the folder exists and has space.",
      "无法写入文件 {path}：{cause}。请检查文件夹是否存在且有空间。"),
  FACT_MISSING(
      "Fact {seq} is missing: after fact {before} comes {found}.",
      "缺少第 {seq} 条记录：第 {before} 条之后为 {found}。"),
  HASH_DIFFERS(
      "Fact {seq} was changed: its content and header no longer give its hash.",
      "第 {seq} 条记录已被更改：其内容与表头不再对应其哈希。"),
  BATCH_BROKEN(
      "Fact {seq} does not belong where it stands: its batch {batch} is not the one that began or"
          + " continues here.",
      "第 {seq} 条记录位置不符：其批次 {batch} 并非此处开始或延续的批次。"),
  COMMAND_TWICE(
      "Fact {seq} repeats the command id of an earlier batch, which is carried out only once.",
      "第 {seq} 条记录重复了先前批次的命令编号；每个命令只应执行一次。"),
  VERSION_BROKEN(
      "Fact {seq} has version {found} of its stream; {expected} was next.",
      "第 {seq} 条记录的流版本为 {found}，应为 {expected}。"),
  TIME_BACKWARDS(
      "Fact {seq} says {at}, which is before the fact it follows.", "第 {seq} 条记录的时间 {at} 早于前一条记录。"),
  HEAD_DIFFERS(
      "The head row says {stated}, the last fact is {found}.", "链首行为 {stated}，而最后一条记录为 {found}。"),
  REDACTION_DIFFERS(
      "A value of fact {seq} is missing without the fact that redacted it, or is there although one"
          + " says it was redacted: {member}.",
      "第 {seq} 条记录的 {member} 与移除记录不一致：缺少移除说明，或已声明移除却仍存在。"),
  BYTES_MISSING(
      "Fact {seq} names the bytes {digest}, which the store no longer holds.",
      "第 {seq} 条记录引用的内容 {digest} 已不存在。"),
  TAIL_CUT(
      "{source} remembers fact {seq}, but the log ends with fact {last}: its tail was cut.",
      "{source} 中记有第 {seq} 条记录，但日志止于第 {last} 条：尾部被截断。"),
  REWRITTEN(
      "{source} remembers another hash of fact {seq}: the log was rewritten at or before it.",
      "{source} 中第 {seq} 条记录的哈希不同：日志在该处或之前被改写。"),
  HEADS_LINE(
      "Line {line} of heads.log is no head; the file was changed.",
      "heads.log 第 {line} 行不是链首；该文件已被更改。"),
  TABLES_DIFFER(
      "The tables or triggers are not those that this program makes: {name}.",
      "表或触发器与本程序创建的不同：{name}。"),
  NO_HEADS_LOG(
      "There is no heads.log beside the database: a cut tail would go unnoticed. Compare the head"
          + " with one on paper.",
      "数据库旁没有 heads.log：尾部被截断将无法发现。请与纸质链首核对。"),
  HEADS_NOT_WRITTEN(
      "The facts are stored, but heads.log could not be written ({cause}). Until it can, a cut tail"
          + " would go unnoticed.",
      "记录已保存，但无法写入 heads.log（{cause}）。在恢复之前，日志尾部被截断将无法发现。");

  private final Words words;

  StoreErrors(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "store." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }

  Message message(Object... namesAndValues) {
    return Message.of(words, namesAndValues);
  }

  StoreException exception(Object... namesAndValues) {
    return new StoreException(this, message(namesAndValues), null);
  }

  StoreException exception(Throwable cause, Object... namesAndValues) {
    return new StoreException(this, message(namesAndValues), cause);
  }
}
