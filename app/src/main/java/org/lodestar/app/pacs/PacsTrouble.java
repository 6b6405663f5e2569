package org.lodestar.app.pacs;

import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Rule;
import org.lodestar.trial.fact.Words;

/** What can go wrong between here and an archive. */
public enum PacsTrouble implements Rule {
  WRONG_ADDRESS(
      "{address} is not the address of an archive; it begins with http:// or https:// and ends"
          + " where its DICOMweb service begins, as http://127.0.0.1:8042/dicom-web",
      "{address} 不是影像归档的地址；应以 http:// 或 https:// 开头，止于其 DICOMweb 服务入口，例如"
          + " http://127.0.0.1:8042/dicom-web"),
  UNREACHABLE(
      "{address} does not answer ({detail}); check the address and that the archive runs",
      "{address} 无应答（{detail}）；请检查地址以及归档服务是否运行"),
  REFUSED(
      "{address} answered with status {status}; it may need a user and a password"
          + " (LODESTAR_PACS_USER, LODESTAR_PACS_PASSWORD)",
      "{address} 返回状态 {status}；可能需要用户名与密码（LODESTAR_PACS_USER、LODESTAR_PACS_PASSWORD）"),
  MALFORMED(
      "{address} did not answer as DICOMweb does: {detail}", "{address} 的应答不符合 DICOMweb：{detail}"),
  NOTHING_FOUND("the archive has no {what}", "归档中没有{what}"),
  SEVERAL_STUDIES(
      "the archive has {count} studies of this patient ({uids}); name one with --study",
      "归档中该患者有 {count} 个检查（{uids}）；请用 --study 指定其一"),
  TOO_LARGE(
      "an answer of the archive is larger than {limit} bytes; nothing was kept",
      "归档的一次应答超过 {limit} 字节；未保留任何内容");

  private final Words words;

  PacsTrouble(String en, String zh) {
    this.words = new Words(en, zh);
  }

  @Override
  public String id() {
    return "pacs." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @Override
  public Words words() {
    return words;
  }

  public PacsException exception(Object... namesAndValues) {
    return new PacsException(this, Message.of(words, namesAndValues), null);
  }

  PacsException because(Throwable cause, Object... namesAndValues) {
    return new PacsException(this, Message.of(words, namesAndValues), cause);
  }
}
