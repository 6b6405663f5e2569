package org.lodestar.app.print;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lodestar.trial.efficacy.Response;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Words;
import org.lodestar.trial.report.Course;
import org.lodestar.trial.report.CourseTable;
import org.lodestar.trial.report.ReportTable;
import org.lodestar.trial.report.SafetyReport;
import org.lodestar.trial.report.SafetyReport.Part;

/** The report as one XHTML document that loads nothing. */
final class ReportHtml {
  private static final Words TITLE = new Words("Report to the safety board", "安全委员会报告");
  private static final Words CUT = new Words("Cut", "截点");
  private static final Words CUTOFF = new Words("Events to", "事件截至");
  private static final Words FACTS = new Words("Facts", "记录数");
  private static final Words HEAD = new Words("Head", "链首");
  private static final Words BUNDLE = new Words("Bundle", "方案包");
  private static final Words SOFTWARE = new Words("Software", "软件");
  private static final Words VERSION = new Words("version {v}, ", "版本 {v}，");
  private static final Words NONE = new Words("none", "无");
  private static final Words SWIMMER = new Words("Swimmer", "泳道图");
  private static final Words WATERFALL = new Words("Waterfall", "瀑布图");
  private static final Words SPIDER = new Words("Spider", "蜘蛛图");
  private static final Words PROGRESSION = new Words("progression", "进展");
  private static final Words DEATH = new Words("death", "死亡");
  private static final Words FOLLOWED = new Words("followed at the cut-off", "截止时随访中");
  private static final Words LOST = new Words("lost or withdrawn", "失访或退出");
  private static final Words BY_BEST =
      new Words(
          "Bar: to progression or the last assessment, colour is the best response",
          "条：至进展或末次评估，颜色为最佳疗效");
  private static final Words BY_CONFIRMED =
      new Words(
          "Colour and letter: confirmed best response (C, P, S, D, N)", "颜色与字母：经确认最佳疗效（C、P、S、D、N）");
  private static final Words BROKEN =
      new Words(
          "At the true days; broken over an assessment without a sum; dot: progression",
          "按实际日期；无总径时断开；点：进展");
  private static final Words LACKING =
      new Words(
          "The fonts of this document lack {n} characters; their codes stand in their places:"
              + " {codes}.",
          "本文档字体缺少 {n} 个字符，已以编码代替：{codes}。");

  private final SafetyReport report;
  private final Stamp stamp;
  private final Language language;
  private final boolean paper;
  private final UnaryOperator<String> printable;
  private final StringBuilder out = new StringBuilder(1 << 16);

  private ReportHtml(
      SafetyReport report,
      Stamp stamp,
      Language language,
      boolean paper,
      UnaryOperator<String> printable) {
    this.report = report;
    this.stamp = stamp;
    this.language = language;
    this.paper = paper;
    this.printable = printable;
  }

  /** For a browser; pictures for a wide and a narrow window. */
  static String screen(SafetyReport report, Stamp stamp, Language language) {
    return new ReportHtml(report, stamp, language, false, UnaryOperator.identity()).render();
  }

  /** For the PDF; characters that its fonts lack are written as codes and listed at the end. */
  static String paper(SafetyReport report, Stamp stamp, Language language) {
    Glyphs glyphs = new Glyphs();
    ReportHtml html = new ReportHtml(report, stamp, language, true, glyphs::printable);
    String document = html.render();
    if (glyphs.lacking().isEmpty()) {
      return document;
    }
    List<String> codes =
        glyphs.lacking().stream().map(c -> String.format(Locale.ROOT, "U+%04X", c)).toList();
    String note =
        LACKING
            .in(language)
            .replace("{n}", Integer.toString(codes.size()))
            .replace("{codes}", String.join(" ", codes));
    return document.replace("</body>", "<p class=\"note lacking\">" + note + "</p></body>");
  }

  /** What the document is called. */
  static String title(Stamp stamp, Language language) {
    return TITLE.in(language) + " · " + stamp.trialKey() + " · " + stamp.cut();
  }

  private String render() {
    out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(language == Language.ZH ? "zh-CN" : "en")
        .append("\">\n<head><meta charset=\"utf-8\"/>")
        .append(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
        .append(text(title(stamp, language)))
        .append("</title>\n<style>\n")
        .append(StyleSheet.report())
        .append("</style>\n");
    bookmarks();
    out.append("</head>\n<body class=\"").append(paper ? "paper" : "screen").append("\">\n");
    running();
    front();
    for (int i = 0; i < report.sections().size(); i++) {
      section(i + 1, report.sections().get(i));
    }
    return out.append("</body>\n</html>\n").toString();
  }

  private void bookmarks() {
    if (!paper) {
      return;
    }
    out.append("<bookmarks>");
    for (int i = 0; i < report.sections().size(); i++) {
      out.append("<bookmark name=\"")
          .append(text(report.sections().get(i).title()))
          .append("\" href=\"#s")
          .append(i + 1)
          .append("\"/>");
    }
    out.append("</bookmarks>\n");
  }

  /** What stands on every page. */
  private void running() {
    out.append("<div class=\"ribbon\">")
        .append(text(stamp.synthetic(language)))
        .append("</div>\n<div class=\"origin\">")
        .append(text(stamp.trialKey() + "  ·  " + stamp.line(language)))
        .append("</div>\n");
  }

  private void front() {
    out.append("<h1>").append(text(TITLE)).append("</h1>\n<p class=\"lead\">");
    out.append(text(stamp.trialKey() + " · "))
        .append(text(stamp.trialTitle()))
        .append("</p>\n<table class=\"facts\">");
    fact(CUT, stamp.cut());
    fact(CUTOFF, stamp.cutoff().toString());
    fact(FACTS, Long.toString(stamp.seq()));
    fact(HEAD, stamp.head().hex());
    fact(BUNDLE, VERSION.in(language).replace("{v}", stamp.bundleVersion()) + stamp.bundle().hex());
    fact(SOFTWARE, stamp.software());
    out.append("</table>\n<table class=\"keys\"><tr>");
    for (SafetyReport.KeyFigure key : report.keys()) {
      out.append("<td><span class=\"label\">")
          .append(text(key.label()))
          .append("</span><br/><span class=\"fig\">")
          .append(text(key.figure()))
          .append("</span><br/><span class=\"sub\">")
          .append(text(key.context()))
          .append("</span></td>");
    }
    out.append("</tr></table>\n");
  }

  private void fact(Words name, String value) {
    out.append("<tr><th>")
        .append(text(name))
        .append("</th><td>")
        .append(text(value))
        .append("</td></tr>");
  }

  private void section(int number, SafetyReport.Section section) {
    out.append("<h2 id=\"s").append(number).append("\">").append(number).append("  ");
    out.append(text(section.title())).append("</h2>\n");
    for (Part part : section.parts()) {
      switch (part) {
        case Part.Table table -> table(table.table());
        case Part.Survival survival -> survival(survival);
        case Part.Courses courses -> courses(courses);
      }
    }
  }

  private void table(ReportTable table) {
    out.append("<div class=\"block\"><h3>").append(text(table.title())).append("</h3>\n");
    body(table);
    out.append("</div>\n");
  }

  /** The note stands first: it says of whom the figures are. */
  private void body(ReportTable table) {
    if (!table.note().in(language).isEmpty() && !table.rows().isEmpty()) {
      out.append("<p class=\"note\">").append(text(table.note())).append("</p>\n");
    }
    if (table.rows().isEmpty()) {
      out.append("<p class=\"empty\">").append(text(NONE)).append("</p>\n");
    } else {
      out.append("<div class=\"scroll\"><table class=\"t ")
          .append(table.key())
          .append("\"><thead><tr>");
      for (ReportTable.Column column : table.columns()) {
        out.append(column.figures() ? "<th class=\"num\">" : "<th>")
            .append(text(column.head()))
            .append("</th>");
      }
      out.append("</tr></thead><tbody>\n");
      table.rows().forEach(row -> row(table, row));
      out.append("</tbody></table></div>\n");
    }
  }

  private void row(ReportTable table, ReportTable.Row row) {
    if (row.kind() == ReportTable.Kind.GROUP) {
      out.append("<tr class=\"group\"><th colspan=\"")
          .append(table.columns().size())
          .append("\">")
          .append(text(row.cells().getFirst()))
          .append("</th></tr>\n");
      return;
    }
    out.append(row.kind() == ReportTable.Kind.MAIN ? "<tr class=\"main\">" : "<tr>");
    for (int i = 0; i < row.cells().size(); i++) {
      out.append(table.columns().get(i).figures() ? "<td class=\"num\">" : "<td>")
          .append(text(row.cells().get(i)))
          .append("</td>");
    }
    out.append("</tr>\n");
  }

  private void survival(Part.Survival survival) {
    KaplanMeierPlot plot = new KaplanMeierPlot(survival.picture(), language);
    out.append("<div class=\"figure\">");
    figure(survival.title(), Words.same(""), plot.paper(), plot.narrow(), "");
    body(survival.twin());
    out.append("</div>\n");
  }

  private void courses(Part.Courses part) {
    List<Course> courses = part.courses();
    Words axis = part.axis();
    SwimmerPlot swimmer = new SwimmerPlot(courses, axis, language);
    figure(SWIMMER, BY_BEST, swimmer.paper(), swimmer.narrow(), legend());
    List<Course> byChange = courses.stream().sorted(Course.Order.CHANGE.comparator()).toList();
    WaterfallPlot waterfall = new WaterfallPlot(byChange, language);
    figure(
        WATERFALL,
        CourseTable.denominators(part.enrolled(), courses.size(), waterfall.measured().size()),
        waterfall.paper(),
        waterfall.narrow(),
        "<p class=\"legend\">" + text(BY_CONFIRMED) + "</p>");
    SpiderPlot spider = new SpiderPlot(courses, axis, language);
    figure(SPIDER, BROKEN, spider.paper(), spider.narrow(), "");
    table(CourseTable.of(courses, part.enrolled()));
  }

  private String legend() {
    StringBuilder legend = new StringBuilder("<p class=\"legend\">");
    for (Response response :
        List.of(Response.CR, Response.PR, Response.SD, Response.PD, Response.NE)) {
      legend
          .append("<span class=\"sw ")
          .append(ResponseClass.of(response).name())
          .append("\">&#160;</span> ")
          .append(response.code())
          .append("&#160;&#160; ");
    }
    return legend
        .append("◆ ")
        .append(text(PROGRESSION))
        .append("&#160;&#160; × ")
        .append(text(DEATH))
        .append("&#160;&#160; ▶ ")
        .append(text(FOLLOWED))
        .append("&#160;&#160; | ")
        .append(text(LOST))
        .append("</p>")
        .toString();
  }

  private void figure(Words title, Words note, String wide, String narrow, String legend) {
    out.append("<div class=\"block figure\"><h3>").append(text(title)).append("</h3>\n");
    if (!note.in(language).isEmpty()) {
      out.append("<p class=\"note\">").append(text(note)).append("</p>\n");
    }
    out.append(legend).append("<div class=\"plot\">");
    if (paper) {
      out.append(sized(printable.apply(wide)));
    } else {
      out.append(wide).append(narrow);
    }
    out.append("</div></div>\n");
  }

  /** A PDF has no width to fill: the picture gets its own, in points. */
  private static String sized(String svg) {
    int from = svg.indexOf("viewBox=\"0 0 ") + "viewBox=\"0 0 ".length();
    String[] size = svg.substring(from, svg.indexOf('"', from)).split(" ");
    double scale = 520 / Double.parseDouble(size[0]);
    String style =
        String.format(
            Locale.ROOT,
            "<svg style=\"width:%.1fpt;height:%.1fpt\"",
            Double.parseDouble(size[0]) * scale,
            Double.parseDouble(size[1]) * scale);
    return svg.replaceFirst("<svg", style);
  }

  private String text(Words words) {
    return text(words.in(language));
  }

  private String text(String text) {
    return Svg.escape(printable.apply(text));
  }
}
