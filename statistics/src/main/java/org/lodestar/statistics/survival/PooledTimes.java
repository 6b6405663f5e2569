package org.lodestar.statistics.survival;

import java.util.List;

/** Walks through the distinct times of several tables together, in increasing order. */
final class PooledTimes {
  private final List<EventTable> tables;
  private final int[] position;
  private final int[] events;
  private final int[] atRisk;
  private final double tie;
  private int totalEvents;
  private int totalAtRisk;

  PooledTimes(List<EventTable> tables) {
    this.tables = tables;
    this.position = new int[tables.size()];
    this.events = new int[tables.size()];
    this.atRisk = new int[tables.size()];
    double sum = 0;
    double count = 0;
    for (EventTable table : tables) {
      for (int i = 0; i < table.size(); i++) {
        sum += table.time(i);
      }
      count += table.size();
    }
    this.tie = EventTable.TIE * sum / Math.max(1, count);
  }

  /** Moves to the next distinct time; false after the last. */
  boolean next() {
    double time = Double.POSITIVE_INFINITY;
    totalAtRisk = 0;
    totalEvents = 0;
    for (int g = 0; g < position.length; g++) {
      EventTable table = tables.get(g);
      events[g] = 0;
      atRisk[g] = 0;
      if (position[g] < table.size()) {
        atRisk[g] = table.atRisk(position[g]);
        time = Math.min(time, table.time(position[g]));
      }
      totalAtRisk += atRisk[g];
    }
    if (time == Double.POSITIVE_INFINITY) {
      return false;
    }
    absorb(time);
    return true;
  }

  private void absorb(double first) {
    double last = first;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int g = 0; g < position.length; g++) {
        EventTable table = tables.get(g);
        while (position[g] < table.size() && table.time(position[g]) - last <= tie) {
          last = Math.max(last, table.time(position[g]));
          events[g] += table.events(position[g]);
          totalEvents += table.events(position[g]);
          position[g]++;
          moved = true;
        }
      }
    }
  }

  int totalEvents() {
    return totalEvents;
  }

  int totalAtRisk() {
    return totalAtRisk;
  }

  int events(int group) {
    return events[group];
  }

  int atRisk(int group) {
    return atRisk[group];
  }
}
