package org.lodestar.app.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.report.Course;
import org.lodestar.trial.report.EfficacyTables.Endpoint;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Efficacy, for the roles that may see it, and why each figure is as it is. */
@Controller
class EfficacyController {
  private final Workplace workplace;
  private final EfficacyShelf shelf;

  EfficacyController(Workplace workplace, EfficacyShelf shelf) {
    this.workplace = workplace;
    this.shelf = shelf;
  }

  @GetMapping("/efficacy")
  String efficacy(
      @ModelAttribute("frame") Frame frame,
      @RequestParam(defaultValue = "pfs") String endpoint,
      @RequestParam(defaultValue = "") String order,
      Model model) {
    Endpoint chosen = endpoint.equals("os") ? Endpoint.OS : Endpoint.PFS;
    EfficacyView view =
        refusal(frame)
            .map(EfficacyView::refused)
            .orElseGet(
                () -> new EfficacyFigures(set(frame), frame.language(), order(order)).read(chosen));
    model.addAttribute("efficacy", view);
    return "efficacy";
  }

  private static Optional<Course.Order> order(String name) {
    return Arrays.stream(Course.Order.values())
        .filter(order -> order.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private Optional<String> refusal(Frame frame) {
    return workplace.ask(
        frame.moment(),
        state -> EfficacyReader.refusal(Protocols.words(state, frame.language()), frame.role()));
  }

  private EfficacySet set(Frame frame) {
    return shelf.get(
        frame.moment().head(),
        () ->
            workplace.ask(
                frame.moment(),
                state ->
                    EfficacySet.read(
                        new EfficacyReader(
                            state, Protocols.words(state, Language.EN), frame.moment().today()),
                        state.index().enrolment().enrolled())));
  }

  @GetMapping("/efficacy/{figure}.svg")
  ResponseEntity<String> svg(@ModelAttribute("frame") Frame frame, @PathVariable String figure) {
    return file(
        frame, figure, "svg", "image/svg+xml", files -> files.svg(figure, frame.language()));
  }

  @GetMapping("/efficacy/{figure}.csv")
  ResponseEntity<String> csv(@ModelAttribute("frame") Frame frame, @PathVariable String figure) {
    return file(frame, figure, "csv", "text/csv", files -> files.csv(figure));
  }

  private ResponseEntity<String> file(
      Frame frame,
      String figure,
      String ending,
      String type,
      Function<EfficacyFiles, Optional<String>> make) {
    Optional<String> refusal = refusal(frame);
    if (refusal.isPresent()) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN)
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(refusal.get());
    }
    String content =
        make.apply(new EfficacyFiles(set(frame), stamp(frame)))
            .orElseThrow(() -> new NotThere(figure));
    String name = frame.trialKey() + "-" + frame.moment().today() + "-" + figure + "." + ending;
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  private static String stamp(Frame frame) {
    String synthetic = frame.synthetic() ? "SYNTHETIC · " : "";
    return synthetic
        + frame.trialKey()
        + " · "
        + frame.moment().today()
        + " · fact "
        + frame.moment().seq()
        + ", head "
        + frame.moment().head().hex().substring(0, 16)
        + " · "
        + frame.foot().software();
  }
}
