package org.lodestar.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestar.app.imaging.Outline;
import org.lodestar.app.imaging.Plane;
import org.lodestar.app.imaging.PlaneView;
import org.lodestar.app.imaging.ReviewCase;
import org.lodestar.app.imaging.ReviewStructure;
import org.lodestar.app.imaging.ReviewStructure.Part;
import org.lodestar.app.imaging.TargetReview;
import org.lodestar.app.imaging.Window;
import org.lodestar.app.print.Svg;
import org.lodestar.radiotherapy.contour.Box;
import org.lodestar.radiotherapy.contour.Mask;
import org.lodestar.radiotherapy.contour.PatientSide;
import org.lodestar.trial.fact.Words;

/**
 * One plane of a case as a picture: the image, the dose in bands, what was drawn and what the
 * protocol's margins give, rulers, and a shortfall as two parallel lines with the figure between.
 * The viewer's script draws the same picture from the same numbers while the reader moves.
 */
final class PlanePicture {
  /** Width of a picture, in units that are mm when a chest fills it. */
  static final double WIDTH = 340;

  static final double HEIGHT = 300;

  /** Levels of the bands, in percent of the prescribed dose. */
  static final List<Integer> LEVELS = List.of(20, 50, 80, 95, 105);

  /** What the words about a shortfall need to the left of their end. */
  private static final double SHORT_ROOM = 88;

  private static final double ROOM = 330;
  private static final double ROOM_DOWN = 292;
  private static final Map<Plane, Words> NAMES =
      Map.of(
          Plane.CORONAL, new Words("Coronal, y ", "冠状面，y "),
          Plane.AXIAL, new Words("Axial, z ", "横断面，z "),
          Plane.SAGITTAL, new Words("Sagittal, x ", "矢状面，x "));
  private static final Words DRAWN = new Words("drawn ", "勾画 ");
  private static final Words REQUIRED = new Words("protocol ", "方案 ");
  private static final Words SHORT = new Words(" mm short", " mm 不足");

  private final ReviewCase of;
  private final Look look;
  private final TrialWords words;

  /**
   * How to show it.
   *
   * @param base the address under which the case is served
   */
  record Look(String base, Window window, boolean dose, boolean lines, double prescribedGy) {}

  /**
   * Where samples of a plane lie in its picture.
   *
   * @param scale units a mm
   * @param middleX of the body, mm from the left edge of the samples
   * @param middleY of the body, mm from their top
   */
  record Place(PlaneView view, double scale, double middleX, double middleY) {
    double x(double sample) {
      return WIDTH / 2 + scale * ((sample + 0.5) * view.acrossMm() - middleX);
    }

    double y(double sample) {
      return HEIGHT / 2 + scale * ((sample + 0.5) * view.downMm() - middleY);
    }
  }

  PlanePicture(ReviewCase of, Look look, TrialWords words) {
    this.of = of;
    this.look = look;
    this.words = words;
  }

  /** The body fills a picture; without one, the image does. */
  static Place place(ReviewCase of, Plane plane, int index) {
    PlaneView view = new PlaneView(of.grid(), plane, index);
    Optional<Box> body = of.structure(Part.BODY).map(ReviewStructure::mask).flatMap(Mask::bounds);
    double left = body.map(box -> view.acrossOf(box, true)).orElse(0.0);
    double right = body.map(box -> view.acrossOf(box, false)).orElse(view.width() - 1.0);
    double top = body.map(box -> view.downOf(box, true)).orElse(0.0);
    double bottom = body.map(box -> view.downOf(box, false)).orElse(view.height() - 1.0);
    double widthMm = (right - left + 1) * view.acrossMm();
    double heightMm = (bottom - top + 1) * view.downMm();
    return new Place(
        view,
        Math.min(ROOM / widthMm, ROOM_DOWN / heightMm),
        (left + right + 1) / 2 * view.acrossMm(),
        (top + bottom + 1) / 2 * view.downMm());
  }

  String draw(Plane plane, int index) {
    Place place = place(of, plane, index);
    String title = title(plane, place.view());
    Svg svg = new Svg("tile", WIDTH, HEIGHT, title);
    svg.image(
        look.base()
            + "/plane/"
            + plane.key()
            + "/"
            + index
            + ".png?w="
            + look.window().width()
            + "&l="
            + look.window().level(),
        place.x(-0.5),
        place.y(-0.5),
        place.scale() * place.view().widthMm(),
        place.scale() * place.view().heightMm());
    if (look.dose()) {
      wash(svg, place);
    }
    if (look.lines()) {
      of.structures().stream()
          .filter(each -> each.part() != Part.BODY)
          .forEach(each -> outline(svg, place, each));
      if (plane != Plane.AXIAL) {
        of.target().flatMap(TargetReview::shortest).ifPresent(side -> shortfall(svg, place, side));
      }
    }
    frame(svg, place, title);
    return svg.done();
  }

  private String title(Plane plane, PlaneView view) {
    return words.say(NAMES.getOrDefault(plane, Words.same("")))
        + String.format(Locale.ROOT, "%.1f mm", view.positionMm()).replace('-', '−');
  }

  private void wash(Svg svg, Place place) {
    if (of.dose().isEmpty()) {
      return;
    }
    List<Double> levels =
        LEVELS.stream().map(level -> level / 100.0 * look.prescribedGy()).toList();
    List<String> paths =
        place.view().isodoses(of.dose().get(), levels).stream()
            .map(lines -> path(place, lines))
            .toList();
    svg.group("wash");
    for (int level = 0; level < LEVELS.size(); level++) {
      String to = level + 1 < LEVELS.size() ? paths.get(level + 1) : "";
      if (!paths.get(level).isEmpty()) {
        svg.path("i" + LEVELS.get(level), paths.get(level) + to);
      }
    }
    svg.end();
  }

  private static void outline(Svg svg, Place place, ReviewStructure structure) {
    String path = path(place, place.view().outline(structure.mask()));
    if (!path.isEmpty()) {
      String dash = structure.part() == Part.COMPUTED ? " dash" : "";
      svg.path("out " + structure.part().look() + dash, path);
    }
  }

  private static String path(Place place, List<Outline.Line> lines) {
    StringBuilder path = new StringBuilder();
    for (Outline.Line line : lines) {
      for (int i = 0; i < line.size(); i++) {
        path.append(i == 0 ? 'M' : 'L')
            .append(Svg.n(place.x(line.x(i))))
            .append(' ')
            .append(Svg.n(place.y(line.y(i))));
      }
      path.append('Z');
    }
    return path.toString();
  }

  /** What a shortfall is drawn from: where the tumour, the drawn and the required target end. */
  record Ends(double gross, double drawn, double required, double x) {}

  /** The ends along the slices, in the picture; empty when the short side is not head or feet. */
  static Optional<Ends> ends(ReviewCase of, Place place, TargetReview.Side side) {
    boolean superior = side.side() == PatientSide.SUPERIOR;
    Optional<Box> gross = of.structure(Part.GROSS).map(ReviewStructure::mask).flatMap(Mask::bounds);
    if (gross.isEmpty() || !(superior || side.side() == PatientSide.INFERIOR)) {
      return Optional.empty();
    }
    PlaneView view = place.view();
    double end = view.downOf(gross.get(), superior);
    double outwards = superior ? -1 : 1;
    double edge = place.y(end) + outwards * place.scale() * view.downMm() / 2;
    double middle = (view.acrossOf(gross.get(), true) + view.acrossOf(gross.get(), false)) / 2;
    return Optional.of(
        new Ends(
            edge,
            edge + outwards * place.scale() * side.drawnMm(),
            edge + outwards * place.scale() * side.requiredMm(),
            place.x(middle)));
  }

  private void shortfall(Svg svg, Place place, TargetReview.Side side) {
    ends(of, place, side).ifPresent(ends -> shortfall(svg, ends, side));
  }

  private void shortfall(Svg svg, Ends at, TargetReview.Side side) {
    double x = at.x();
    double outwards = Math.signum(at.required() - at.gross());
    svg.line("ruler", x + 24, at.gross(), x + 118, at.gross());
    svg.line("ruler", x + 24, at.drawn(), x + 52, at.drawn());
    svg.line("ruler", x + 24, at.required(), x + 118, at.required());
    arrow(svg, x + 34, at.gross(), at.drawn());
    arrow(svg, x + 112, at.gross(), at.required());
    svg.text(
        "t-ctv bd",
        x + 40,
        (at.gross() + at.drawn()) / 2 + 4,
        words.say(DRAWN) + mm(side.drawnMm()) + " mm");
    svg.text(
        "t-calc bd e",
        x + 118,
        at.required() + (outwards < 0 ? -5 : 13),
        words.say(REQUIRED) + mm(side.requiredMm()) + " mm");
    svg.line("ruler", x - 44, at.drawn(), x - 24, at.drawn());
    svg.line("ruler", x - 44, at.required(), x - 24, at.required());
    svg.line("ruler", x - 34, at.drawn(), x - 34, at.required());
    svg.text(
        "bd e big",
        Math.max(x - 48, SHORT_ROOM),
        (at.drawn() + at.required()) / 2 + 4,
        mm(-side.offMm()) + words.say(SHORT));
  }

  private static void arrow(Svg svg, double x, double from, double to) {
    double back = to < from ? 4 : -4;
    svg.path(
        "ruler",
        "M"
            + Svg.n(x)
            + " "
            + Svg.n(from)
            + "V"
            + Svg.n(to)
            + "m-3 "
            + Svg.n(back)
            + "l3 "
            + Svg.n(-back)
            + "l3 "
            + Svg.n(back));
  }

  static String mm(double mm) {
    return String.format(Locale.ROOT, mm == Math.rint(mm) ? "%.0f" : "%.1f", mm);
  }

  /** Title, the patient's sides, window and ruler. */
  private void frame(Svg svg, Place place, String title) {
    PlaneView view = place.view();
    svg.text("", 8, 16, title);
    svg.text("", 8, 31, "W " + look.window().width() + " L " + look.window().level());
    svg.text("", 6, HEIGHT / 2 + 4, String.valueOf(view.side(true, true)));
    svg.text("e", WIDTH - 6, HEIGHT / 2 + 4, String.valueOf(view.side(true, false)));
    svg.text("m", WIDTH / 2, 14, String.valueOf(view.side(false, true)));
    svg.text("m", WIDTH / 2, HEIGHT - 5, String.valueOf(view.side(false, false)));
    double length = 50 * place.scale();
    double left = 10;
    StringBuilder ticks = new StringBuilder();
    for (int tick = 0; tick <= 5; tick++) {
      double high = tick % 5 == 0 ? 5 : 3;
      ticks
          .append('M')
          .append(Svg.n(left + tick * length / 5))
          .append(' ')
          .append(Svg.n(HEIGHT - 10 - high))
          .append("v")
          .append(Svg.n(2 * high));
    }
    svg.path("ruler", "M" + Svg.n(left) + " " + Svg.n(HEIGHT - 10) + "h" + Svg.n(length) + ticks);
    svg.text("", left + 4, HEIGHT - 19, "50 mm");
  }
}
