package org.lodestar.trial.capture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestar.trial.fact.Context;
import org.lodestar.trial.fact.Message;
import org.lodestar.trial.fact.Refusal;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.fact.Words;

/** What may be done, and by whom. One table for pages, command line and imports alike. */
public enum Permission {
  OPEN_LOG("open a log", "开启日志", EnumSet.of(Role.ADMINISTRATOR, Role.SYSTEM)),
  ACTIVATE_PROTOCOL(
      "activate a protocol", "启用方案", EnumSet.of(Role.INVESTIGATOR, Role.ADMINISTRATOR)),
  OPEN_ACCOUNT("open an account", "开立账户", EnumSet.of(Role.ADMINISTRATOR)),
  NAME_CUT(
      "name a data cut",
      "命名数据截点",
      EnumSet.of(Role.DATA_MANAGER, Role.STATISTICIAN, Role.ADMINISTRATOR)),
  IMPORT_ARTEFACT(
      "import a file",
      "导入文件",
      EnumSet.of(
          Role.COORDINATOR,
          Role.DATA_MANAGER,
          Role.PHYSICIST,
          Role.RADIATION_ONCOLOGIST,
          Role.STATISTICIAN)),
  SAVE_FORM(
      "save a form",
      "保存表单",
      EnumSet.of(
          Role.COORDINATOR,
          Role.INVESTIGATOR,
          Role.RADIATION_ONCOLOGIST,
          Role.PHYSICIST,
          Role.SAFETY_OFFICER,
          Role.INDEPENDENT_READER)),
  REGISTER("register a participant", "登记受试者", EnumSet.of(Role.COORDINATOR, Role.INVESTIGATOR)),
  ENROL("enrol a participant", "入组受试者", EnumSet.of(Role.INVESTIGATOR)),
  FAIL_SCREENING("close a screening", "终止筛选", EnumSet.of(Role.COORDINATOR, Role.INVESTIGATOR)),
  DECIDE(
      "decide on a proposal",
      "对建议作出决定",
      EnumSet.of(
          Role.INVESTIGATOR, Role.RADIATION_ONCOLOGIST, Role.PHYSICIST, Role.SAFETY_OFFICER)),
  ADJUDICATE("adjudicate between two readers", "裁定两位阅片者", EnumSet.of(Role.ADJUDICATOR)),
  REDACT("take a value out", "移除数据值", EnumSet.of(Role.DATA_MANAGER, Role.ADMINISTRATOR));

  private final Words words;
  private final Set<Role> roles;

  Permission(String en, String zh, EnumSet<Role> roles) {
    this.words = new Words(en, zh);
    this.roles = Set.copyOf(roles);
  }

  /** What is permitted, as words after "may not". */
  public Words words() {
    return words;
  }

  public boolean allows(Role role) {
    return roles.contains(role);
  }

  /** The refusal for somebody who may not, or nothing. */
  public Optional<Refusal> refuse(Context context) {
    if (allows(context.role())) {
      return Optional.empty();
    }

    return Optional.of(
        new Refusal(
            Refusal.Cause.NOT_PERMITTED,
            CaptureRule.NOT_PERMITTED,
            Message.of(
                CaptureRule.NOT_PERMITTED.words(),
                "action",
                words,
                "role",
                context.role().words(),
                "roles",
                rolesInWords()),
            null));
  }

  private Words rolesInWords() {
    List<Words> names = roles.stream().sorted().map(Role::words).toList();
    return new Words(
        names.stream().map(Words::en).collect(Collectors.joining(", ")),
        names.stream().map(Words::zh).collect(Collectors.joining("、")));
  }
}
