"""Makes the two subset fonts of the PDF reports from Noto Sans SC (SIL Open Font Licence 1.1).

Needs Debian's python3-fonttools and the npm package @expo-google-fonts/noto-sans-sc 0.4.3:

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz
    /usr/bin/python3 build/report-font.py package

The regular weight has all of GB 2312, Latin-1, Greek, signs, and every character of the project's
words; the semibold weight has the signs and the project's words. Run it again when a test says that
a word of the project has a character that the fonts lack.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join(ROOT, "app/src/main/resources/org/lodestar/app/print/fonts")
SIGNS = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω‐‑–—―‘’“”†‡•…‰′″‹›€№™℃←↑→↓↔∂∆∑−√∞∫≈≠≤≥⩽⩾■□▪▲△▶▷▼▽◆◇○●◎★☆①②③④⑤⑥⑦⑧⑨⑩⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉✓✕ⅠⅡⅢⅣⅤ"
WORDS = ("app/src/main", "trial/src/main", "radiotherapy/src/main", "statistics/src/main", "trials")


def ranges(*pairs):
    return {chr(c) for first, last in pairs for c in range(first, last + 1)}


def gb2312():
    found = set()
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(bytes([high, low]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return found


def project_words():
    found = set()
    for folder in WORDS:
        for path, _, files in os.walk(os.path.join(ROOT, folder)):
            for name in files:
                if name.endswith((".java", ".yaml", ".properties", ".html", ".txt", ".css")):
                    with open(os.path.join(path, name), encoding="utf-8") as file:
                        found.update(file.read())
    return {c for c in found if ord(c) >= 0x20}


def write(source, target, characters):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "meta"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={ord(c) for c in characters})
    subsetter.subset(font)
    cmap = font["cmap"]
    cmap.tables = [table for table in cmap.tables if table.format != 14]
    font.save(target)
    print(target, os.path.getsize(target), "bytes,", len(characters), "characters asked for")


def main(package):
    signs = set(SIGNS) | ranges((0x20, 0x7E), (0xA0, 0xFF), (0x3000, 0x3017), (0xFF01, 0xFF5E))
    words = project_words()
    write(
        os.path.join(package, "400Regular/NotoSansSC_400Regular.ttf"),
        os.path.join(TARGET, "lodestar-regular.ttf"),
        signs | words | gb2312(),
    )
    write(
        os.path.join(package, "600SemiBold/NotoSansSC_600SemiBold.ttf"),
        os.path.join(TARGET, "lodestar-semibold.ttf"),
        signs | words,
    )


main(sys.argv[1])
