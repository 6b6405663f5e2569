package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestar.trial.TrialState;
import org.lodestar.trial.fact.Digest;
import org.lodestar.trial.fact.Language;
import org.lodestar.trial.fact.Role;
import org.lodestar.trial.protocol.Protocol;
import org.lodestar.trial.protocol.TrialSettings;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the {@link Frame} on every page. */
@ControllerAdvice
class FrameAdvice {
  private static final List<Role> ROLES =
      List.of(
          Role.COORDINATOR,
          Role.INVESTIGATOR,
          Role.RADIATION_ONCOLOGIST,
          Role.PHYSICIST,
          Role.DATA_MANAGER,
          Role.MONITOR,
          Role.SAFETY_OFFICER,
          Role.STATISTICIAN,
          Role.INDEPENDENT_READER,
          Role.ADJUDICATOR);
  private static final DateTimeFormatter CLOCK_EN =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK_ZH =
      DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.CHINESE);

  private final Workplace workplace;
  private final Dossiers dossiers;

  FrameAdvice(Workplace workplace, Dossiers dossiers) {
    this.workplace = workplace;
    this.dossiers = dossiers;
  }

  @ModelAttribute("frame")
  Frame frame(HttpServletRequest request) {
    Preferences preferences = Preferences.of(request);
    Workplace.Moment moment = moment(preferences.moment());
    return workplace.ask(moment, state -> frame(request, preferences, moment, state));
  }

  Workplace.Moment moment(String name) {
    List<Workplace.Moment> moments = workplace.moments();
    return moments.stream()
        .filter(moment -> moment.name().equals(name))
        .findFirst()
        .orElse(moments.getFirst());
  }

  private Frame frame(
      HttpServletRequest request,
      Preferences preferences,
      Workplace.Moment moment,
      TrialState state) {
    Digest bundle = state.index().bundle();
    Protocol protocol = bundle == null ? null : state.protocol(bundle);
    Language language = preferences.language();
    return new Frame(
        language,
        preferences.theme(),
        protocol == null ? "" : protocol.get(TrialSettings.KEY).show(language),
        protocol == null ? "" : protocol.get(TrialSettings.TITLE).show(language),
        workplace.isSimulated(),
        moment,
        workplace.moments(),
        moment.today(),
        (language == Language.ZH ? CLOCK_ZH : CLOCK_EN).format(moment.now()),
        preferences.role(),
        ROLES,
        here(request),
        section(request.getRequestURI()),
        dossiers
            .remembered(moment, language, Worklist.class, "")
            .map(work -> work.now().size())
            .orElse(0),
        foot(state, moment, protocol));
  }

  private Frame.Foot foot(TrialState state, Workplace.Moment moment, @Nullable Protocol protocol) {
    Digest bundle = state.index().bundle();
    return new Frame.Foot(
        moment.seq(),
        shortened(moment.head()),
        bundle == null ? "-" : shortened(bundle),
        state.index().activations().isEmpty()
            ? "-"
            : state.index().activations().getLast().version(),
        workplace.software(),
        protocol == null ? 0 : protocol.open().size(),
        protocol == null ? "UTC" : protocol.get(TrialSettings.TIME_ZONE).find().orElse("UTC"));
  }

  private static String shortened(Digest digest) {
    return digest.hex().substring(0, 4) + "…" + digest.hex().substring(62);
  }

  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String section(String path) {
    String[] parts = path.split("/");
    if (parts.length < 2 || parts[1].isEmpty()) {
      return "overview";
    }
    return parts[1].equals("why") ? "efficacy" : parts[1];
  }
}
