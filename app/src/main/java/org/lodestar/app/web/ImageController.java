package org.lodestar.app.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestar.app.imaging.CaseShelf.ShownCase;
import org.lodestar.app.imaging.Plane;
import org.lodestar.app.imaging.PlaneView;
import org.lodestar.app.imaging.ReviewRules;
import org.lodestar.app.imaging.Window;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Voxels for the viewer: single planes as pictures, and the whole case in packed pieces. */
@RestController
@RequestMapping({"/participants/{code}/radiotherapy", RadiotherapyController.FOLDER})
class ImageController {
  private static final Duration KEPT = Duration.ofHours(1);

  private final RadiotherapyController pages;
  private final Workplace workplace;

  ImageController(RadiotherapyController pages, Workplace workplace) {
    this.pages = pages;
    this.workplace = workplace;
  }

  /** A participant's case; without a code, that of the folder which is looked at. */
  private ShownCase shown(Frame frame, @Nullable String code) {
    return (code == null
            ? pages.findFolder(frame)
            : pages.find(frame, ParticipantsController.code(code)))
        .orElseThrow(() -> new NotThere("radiotherapy"));
  }

  @GetMapping("/plane/{plane}/{index}.png")
  ResponseEntity<byte[]> plane(
      @ModelAttribute("frame") Frame frame,
      @PathVariable(required = false) @Nullable String code,
      @PathVariable String plane,
      @PathVariable int index,
      @RequestParam(defaultValue = "400") int w,
      @RequestParam(defaultValue = "40") int l) {
    ShownCase shown = shown(frame, code);
    PlaneView view = new PlaneView(shown.review().grid(), plane(plane), index);
    return kept(MediaType.IMAGE_PNG).body(view.png(shown.review().image(), new Window(w, l)));
  }

  private static Plane plane(String key) {
    try {
      return Plane.parse(key);
    } catch (IllegalArgumentException e) {
      throw new NotThere(key);
    }
  }

  @GetMapping("/case")
  ViewerCase whole(
      @ModelAttribute("frame") Frame frame, @PathVariable(required = false) @Nullable String code) {
    ShownCase shown = shown(frame, code);
    return ViewerCase.of(
        shown,
        workplace.ask(
            frame.moment(), state -> ReviewRules.of(Protocols.inForce(state)).prescribedGy()));
  }

  @GetMapping("/image/{piece}")
  ResponseEntity<byte[]> image(
      @ModelAttribute("frame") Frame frame,
      @PathVariable(required = false) @Nullable String code,
      @PathVariable int piece) {
    return packed(shown(frame, code).stream().image(piece), "image " + piece);
  }

  @GetMapping("/dose")
  ResponseEntity<byte[]> dose(
      @ModelAttribute("frame") Frame frame, @PathVariable(required = false) @Nullable String code) {
    return packed(shown(frame, code).stream().dose(), "dose");
  }

  @GetMapping("/mask/{number}")
  ResponseEntity<byte[]> mask(
      @ModelAttribute("frame") Frame frame,
      @PathVariable(required = false) @Nullable String code,
      @PathVariable int number) {
    return packed(shown(frame, code).stream().mask(number), "mask " + number);
  }

  private static ResponseEntity<byte[]> packed(Optional<byte[]> bytes, String what) {
    return kept(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(bytes.orElseThrow(() -> new NotThere(what)));
  }

  private static ResponseEntity.BodyBuilder kept(MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(KEPT).cachePrivate());
  }
}
