package org.lodestar.trial.protocol;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.lodestar.trial.fact.PartialDate;

/** The typed value of an item, as rules and expressions use it. */
public sealed interface ItemValue {

  /** A text, or the name of a lesion. */
  record Text(String text) implements ItemValue {}

  /** One of the codes of a choice. */
  record Choice(String code) implements ItemValue {}

  record Whole(long number) implements ItemValue {}

  /** A decimal number in the item's first unit, exactly as converted. */
  record Decimal(BigDecimal number) implements ItemValue {}

  record YesNo(boolean yes) implements ItemValue {}

  /** A date of which month or day may be unknown. */
  record Date(PartialDate date) implements ItemValue {}

  /** Date and clock time at the site, without zone. */
  record Moment(LocalDateTime at) implements ItemValue {}
}
