package org.lodestar.trial.fact;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads typed members of a JSON value in which numbers are texts and null members are left out.
 * What is wrong is said with the place, as a JSON pointer.
 */
public record JsonView(Json json, String pointer) {

  public static JsonView of(Json json) {
    return new JsonView(json, "");
  }

  /** The member of an object, empty when it is not there. */
  public Optional<JsonView> find(String member) {
    if (!(json instanceof Json.Members members)) {
      throw wrong("an object");
    }
    Json value = members.values().get(member);
    return value == null
        ? Optional.empty()
        : Optional.of(new JsonView(value, pointer + "/" + member));
  }

  /**
   * @throws IllegalArgumentException when the object lacks the member
   */
  public JsonView get(String member) {
    return find(member)
        .orElseThrow(() -> new IllegalArgumentException(pointer + " lacks its member " + member));
  }

  /** The elements of an array. */
  public List<JsonView> items() {
    if (!(json instanceof Json.Items items)) {
      throw wrong("a list");
    }
    return IntStream.range(0, items.values().size())
        .mapToObj(i -> new JsonView(items.values().get(i), pointer + "/" + i))
        .toList();
  }

  /** The elements of an array that may be left out. */
  public List<JsonView> items(String member) {
    return find(member).map(JsonView::items).orElse(List.of());
  }

  /** The names of an object's members, in order. */
  public SortedSet<String> names() {
    if (!(json instanceof Json.Members members)) {
      throw wrong("an object");
    }
    return new TreeSet<>(members.values().keySet());
  }

  public String text() {
    return switch (json) {
      case Json.Text text -> text.value();
      case Json.Flag flag -> Boolean.toString(flag.value());
      default -> throw wrong("a text");
    };
  }

  public BigDecimal decimal() {
    try {
      return new BigDecimal(text());
    } catch (NumberFormatException e) {
      throw wrong("a number", e);
    }
  }

  public int wholeNumber() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw wrong("a whole number", e);
    }
  }

  public LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw wrong("a date yyyy-mm-dd", e);
    }
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  public Optional<LocalDate> date(String member) {
    return find(member).map(JsonView::date);
  }

  public Optional<BigDecimal> decimal(String member) {
    return find(member).map(JsonView::decimal);
  }

  public Optional<String> text(String member) {
    return find(member).map(JsonView::text);
  }

  public boolean flag(String member, boolean whenAbsent) {
    return find(member).map(JsonView::flag).orElse(whenAbsent);
  }

  /** An error that names this place: what it must be and what it holds. */
  public IllegalArgumentException wrong(String wanted) {
    return new IllegalArgumentException(
        pointer + " must be " + wanted + "; got: " + json.canonical());
  }

  private IllegalArgumentException wrong(String wanted, RuntimeException cause) {
    IllegalArgumentException wrong = wrong(wanted);
    wrong.initCause(cause);
    return wrong;
  }
}
