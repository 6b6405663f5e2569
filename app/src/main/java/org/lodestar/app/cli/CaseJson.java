package org.lodestar.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestar.trial.fact.Json;
import org.lodestar.trial.fact.JsonView;
import tools.jackson.databind.JsonNode;

/** Turns parsed JSON into the form that the areas read: numbers as texts, no nulls. */
public final class CaseJson {
  private CaseJson() {}

  public static JsonView view(JsonNode node) {
    return JsonView.of(json(node));
  }

  private static Json json(JsonNode node) {
    if (node.isObject()) {
      SortedMap<String, Json> members = new TreeMap<>();
      for (String name : node.propertyNames()) {
        JsonNode member = node.get(name);
        if (!member.isNull()) {
          members.put(name, json(member));
        }
      }
      return new Json.Members(members);
    }
    if (node.isArray()) {
      List<Json> items = new ArrayList<>();
      node.forEach(item -> items.add(json(item)));
      return new Json.Items(items);
    }
    if (node.isBoolean()) {
      return new Json.Flag(node.booleanValue());
    }
    return Json.text(node.isNumber() ? node.decimalValue().toPlainString() : node.asString());
  }
}
