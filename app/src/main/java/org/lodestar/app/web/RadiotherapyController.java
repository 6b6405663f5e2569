package org.lodestar.app.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestar.app.imaging.CaseShelf;
import org.lodestar.app.imaging.CaseShelf.ShownCase;
import org.lodestar.app.imaging.ImportDesk;
import org.lodestar.app.imaging.Plane;
import org.lodestar.app.imaging.ReviewCase;
import org.lodestar.app.imaging.ReviewRules;
import org.lodestar.app.imaging.ReviewStructure;
import org.lodestar.app.imaging.ShownFolder;
import org.lodestar.app.imaging.Window;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.ParticipantCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One participant's radiotherapy: images, margin, plan, delivery. Works without any script. */
@Controller
class RadiotherapyController {
  /** Where a folder is shown that is nobody's record. */
  static final String FOLDER = "/folder";

  private final Workplace workplace;
  private final CaseShelf images;
  private final ImportDesk desk;
  private final Optional<ShownFolder> folder;

  RadiotherapyController(
      Workplace workplace, CaseShelf images, ImportDesk desk, Optional<ShownFolder> folder) {
    this.workplace = workplace;
    this.images = images;
    this.desk = desk;
    this.folder = folder;
  }

  /** The places and choices in the address; a place counts from 1, 0 stands for the middle. */
  record Choice(int x, int y, int z, String window, boolean dose, boolean lines) {
    int of(Plane plane) {
      return switch (plane) {
        case SAGITTAL -> x;
        case CORONAL -> y;
        case AXIAL -> z;
      };
    }
  }

  @GetMapping("/participants/{code}/radiotherapy")
  String page(
      @ModelAttribute("frame") Frame frame,
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int x,
      @RequestParam(defaultValue = "0") int y,
      @RequestParam(defaultValue = "0") int z,
      @RequestParam(defaultValue = "mediastinum") String window,
      @RequestParam(defaultValue = "") String hide,
      Model model) {
    ParticipantCode participant = ParticipantsController.code(code);
    Optional<ReviewCase> review = find(frame, participant).map(ShownCase::review);
    Choice choice = new Choice(x, y, z, window, !hide.contains("dose"), !hide.contains("lines"));
    String base = "/participants/" + participant.text() + "/radiotherapy";
    RadiotherapyView view =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              return reader(state, frame, participant)
                  .read(review, review.map(of -> viewer(of, base, choice, words)));
            });
    model.addAttribute("view", view);
    model.addAttribute("importing", desk.isOpen());
    return "radiotherapy";
  }

  /** A folder that is looked at for itself, where one is served. */
  @GetMapping(FOLDER)
  String folder(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "0") int x,
      @RequestParam(defaultValue = "0") int y,
      @RequestParam(defaultValue = "0") int z,
      @RequestParam(defaultValue = "mediastinum") String window,
      @RequestParam(defaultValue = "") String hide,
      Model model) {
    ShownFolder shown = folder.orElseThrow(() -> new NotThere("folder"));
    Optional<ReviewCase> review = findFolder(frame).map(ShownCase::review);
    Choice choice = new Choice(x, y, z, window, !hide.contains("dose"), !hide.contains("lines"));
    RadiotherapyView view =
        workplace.ask(
            frame.moment(),
            state -> {
              TrialWords words = Protocols.words(state, frame.language());
              return new RadiotherapyReader(shown, words, LocalDate.MAX)
                  .read(review, review.map(of -> viewer(of, FOLDER, choice, words)));
            });
    model.addAttribute("view", view);
    model.addAttribute("importing", false);
    return "radiotherapy";
  }

  /** The case of the folder that is looked at for itself. */
  Optional<ShownCase> findFolder(Frame frame) {
    ReviewRules rules =
        workplace.ask(frame.moment(), state -> ReviewRules.of(Protocols.inForce(state)));
    return folder.flatMap(shown -> shown.find(rules));
  }

  private static RadiotherapyReader reader(
      TrialState state, Frame frame, ParticipantCode participant) {
    return new RadiotherapyReader(
        state, Protocols.words(state, frame.language()), participant, frame.moment().today());
  }

  /** The case, where radiotherapy is planned at this moment; prepared outside the state. */
  Optional<ShownCase> find(Frame frame, ParticipantCode participant) {
    Optional<ReviewRules> rules =
        workplace.ask(
            frame.moment(),
            state ->
                reader(state, frame, participant).isPlanned()
                    ? Optional.of(ReviewRules.of(Protocols.inForce(state)))
                    : Optional.empty());
    return rules.flatMap(asked -> images.find(participant, asked));
  }

  private static RadiotherapyView.Viewer viewer(
      ReviewCase review, String base, Choice choice, TrialWords words) {
    BigDecimal prescribed = ReviewRules.of(words.protocol()).prescribedGy().orElse(BigDecimal.ZERO);
    PlanePicture picture =
        new PlanePicture(
            review,
            new PlanePicture.Look(
                base,
                window(choice.window()),
                choice.dose() && prescribed.signum() > 0,
                choice.lines(),
                prescribed.doubleValue()),
            words);
    List<RadiotherapyView.Tile> tiles = new ArrayList<>();
    for (Plane plane : Plane.values()) {
      int of = size(review, plane);
      int index =
          choice.of(plane) == 0
              ? RadiotherapyReader.middle(review, plane)
              : Math.clamp(choice.of(plane) - 1, 0, of - 1);
      tiles.add(
          new RadiotherapyView.Tile(
              plane.key(),
              "xyz".substring(plane.through(), plane.through() + 1),
              index + 1,
              of,
              picture.draw(plane, index)));
    }
    return new RadiotherapyView.Viewer(
        base,
        tiles,
        legend(review, words),
        choice.window(),
        choice.dose(),
        choice.lines(),
        PlanePicture.LEVELS,
        ReviewChecklist.plain(prescribed));
  }

  static int size(ReviewCase review, Plane plane) {
    return switch (plane.through()) {
      case 0 -> review.grid().columns();
      case 1 -> review.grid().rows();
      default -> review.grid().slices();
    };
  }

  private static List<RadiotherapyView.Legend> legend(ReviewCase review, TrialWords words) {
    boolean zh = words.language() == Language.ZH;
    List<RadiotherapyView.Legend> legend = new ArrayList<>();
    for (ReviewStructure.Part part : ReviewStructure.Part.values()) {
      if (part == ReviewStructure.Part.BODY
          || part == ReviewStructure.Part.NODES
          || review.structure(part).isEmpty()) {
        continue;
      }
      String name =
          switch (part) {
            case GROSS, NODES -> "GTV";
            case DRAWN -> zh ? "CTV，勾画" : "CTV, drawn";
            case COMPUTED -> zh ? "CTV，由 GTV 计算" : "CTV, computed from GTV";
            case PLANNING -> "PTV";
            case ORGAN -> zh ? "器官" : "Organs";
            case BODY -> "";
          };
      legend.add(new RadiotherapyView.Legend(part.look(), name));
    }
    return legend;
  }

  static Window window(String name) {
    return switch (name) {
      case "lung" -> Window.LUNG;
      case "bone" -> Window.BONE;
      default -> Window.MEDIASTINUM;
    };
  }
}
