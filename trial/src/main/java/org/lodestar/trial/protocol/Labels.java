package org.lodestar.trial.protocol;

import org.lodestar.trial.fact.Words;

/** Labels of fields that many records have. */
final class Labels {
  static final Words KEY = new Words("key", "键");
  static final Words KIND = new Words("kind", "类别");
  static final Words WORDS = new Words("text", "内容");
  static final Words NAME = new Words("name", "名称");
  static final Words SOURCE = new Words("source", "来源");
  static final Words AGENTS = new Words("applies to", "适用于");
  static final Words ACTION = new Words("action", "处理");

  private Labels() {}
}
