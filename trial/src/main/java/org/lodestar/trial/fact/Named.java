package org.lodestar.trial.fact;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The few named words of one derived value, by name; it never changes. A value is put into words
 * when somebody reads it: most derived values are only reckoned with. What is put in must never
 * change either, as dates, numbers and words do not.
 */
@SuppressWarnings("JdkObsolete") // derived values tell their words as a SortedMap, no more
final class Named extends AbstractMap<String, Words> implements SortedMap<String, Words> {
  static final Named NOTHING = new Named(new String[0], new Object[0]);

  private final String[] names;
  private final Object[] values;

  private Named(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  static Named of(Map<String, Words> words) {
    return words instanceof Named named ? named : NOTHING.with(words);
  }

  /** The same with one more name, or with another value for it. */
  Named with(String name, Object value) {
    int at = Arrays.binarySearch(names, name);
    if (at >= 0) {
      Object[] replaced = values.clone();
      replaced[at] = value;
      return new Named(names, replaced);
    }
    int place = -at - 1;
    String[] moreNames = Arrays.copyOf(names, names.length + 1);
    Object[] moreValues = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(names, place, moreNames, place + 1, names.length - place);
    System.arraycopy(values, place, moreValues, place + 1, values.length - place);
    moreNames[place] = name;
    moreValues[place] = value;
    return new Named(moreNames, moreValues);
  }

  /** The same with more names; what they say goes before what was said. */
  Named with(Map<String, Words> more) {
    Named all = this;
    for (Map.Entry<String, Words> each : more.entrySet()) {
      all = all.with(each.getKey(), each.getValue());
    }
    return all;
  }

  private Words value(int at) {
    return Message.wordsOf(values[at]);
  }

  @Override
  public @Nullable Words get(Object name) {
    int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && Arrays.binarySearch(names, text) >= 0;
  }

  @Override
  public Set<Map.Entry<String, Words>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Words>> iterator() {
        return IntStream.range(0, names.length)
            .mapToObj(at -> Map.entry(names[at], value(at)))
            .iterator();
      }

      @Override
      public int size() {
        return names.length;
      }
    };
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, Words> subMap(String from, String to) {
    return copy().subMap(from, to);
  }

  @Override
  public SortedMap<String, Words> headMap(String to) {
    return copy().headMap(to);
  }

  @Override
  public SortedMap<String, Words> tailMap(String from) {
    return copy().tailMap(from);
  }

  private SortedMap<String, Words> copy() {
    return Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Words>) this));
  }

  @Override
  public String firstKey() {
    return copy().firstKey();
  }

  @Override
  public String lastKey() {
    return copy().lastKey();
  }
}
