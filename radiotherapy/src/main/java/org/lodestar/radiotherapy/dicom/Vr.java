package org.lodestar.radiotherapy.dicom;

/** Value representations (DICOM PS3.5, table 6.2-1). */
public enum Vr {
  AE(Kind.TEXT, 1),
  AS(Kind.TEXT, 1),
  AT(Kind.BINARY, 2),
  CS(Kind.TEXT, 1),
  DA(Kind.TEXT, 1),
  DS(Kind.TEXT, 1),
  DT(Kind.TEXT, 1),
  FD(Kind.BINARY, 8),
  FL(Kind.BINARY, 4),
  IS(Kind.TEXT, 1),
  LO(Kind.LOCALE_TEXT, 1),
  LT(Kind.LOCALE_TEXT, 1),
  OB(Kind.LONG_BINARY, 1),
  OD(Kind.LONG_BINARY, 8),
  OF(Kind.LONG_BINARY, 4),
  OL(Kind.LONG_BINARY, 4),
  OV(Kind.LONG_BINARY, 8),
  OW(Kind.LONG_BINARY, 2),
  PN(Kind.LOCALE_TEXT, 1),
  SH(Kind.LOCALE_TEXT, 1),
  SL(Kind.BINARY, 4),
  SQ(Kind.SEQUENCE, 1),
  SS(Kind.BINARY, 2),
  ST(Kind.LOCALE_TEXT, 1),
  SV(Kind.LONG_BINARY, 8),
  TM(Kind.TEXT, 1),
  UC(Kind.LONG_LOCALE_TEXT, 1),
  UI(Kind.TEXT, 1),
  UL(Kind.BINARY, 4),
  UN(Kind.LONG_BINARY, 1),
  UR(Kind.LONG_TEXT, 1),
  US(Kind.BINARY, 2),
  UT(Kind.LONG_LOCALE_TEXT, 1),
  UV(Kind.LONG_BINARY, 8);

  private enum Kind {
    TEXT,
    LOCALE_TEXT,
    LONG_TEXT,
    LONG_LOCALE_TEXT,
    BINARY,
    LONG_BINARY,
    SEQUENCE
  }

  private final Kind kind;
  private final int unit;

  Vr(Kind kind, int unit) {
    this.kind = kind;
    this.unit = unit;
  }

  /** Whether the explicit encoding has two reserved bytes and a length of four bytes. */
  boolean hasLongLength() {
    return kind == Kind.LONG_BINARY
        || kind == Kind.LONG_TEXT
        || kind == Kind.LONG_LOCALE_TEXT
        || kind == Kind.SEQUENCE;
  }

  /** Whether values are characters. */
  public boolean isText() {
    return kind != Kind.BINARY && kind != Kind.LONG_BINARY && kind != Kind.SEQUENCE;
  }

  /** Whether Specific Character Set (0008,0005) applies. */
  boolean isLocaleText() {
    return kind == Kind.LOCALE_TEXT || kind == Kind.LONG_LOCALE_TEXT;
  }

  /** Whether a backslash is part of the text and separates nothing. */
  boolean isOneText() {
    return this == LT || this == ST || this == UT || this == UR;
  }

  /** Bytes that change places together between byte orders; 1 where none do. */
  int unit() {
    return unit;
  }

  /** The padding byte of an odd length. */
  byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }
}
