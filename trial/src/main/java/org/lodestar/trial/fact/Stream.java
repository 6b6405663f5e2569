package org.lodestar.trial.fact;

/** What a fact belongs to; each stream counts its own versions from 1. */
public sealed interface Stream {
  record Trial() implements Stream {
    @Override
    public String path() {
      return "trial";
    }
  }

  record Enrolment() implements Stream {
    @Override
    public String path() {
      return "enrolment";
    }
  }

  record Participant(ParticipantCode code) implements Stream {
    @Override
    public String path() {
      return "participant/" + code;
    }
  }

  record Form(FormInstance instance) implements Stream {
    @Override
    public String path() {
      return "form/" + instance;
    }
  }

  /**
   * Everything about one participant, read as one: its version is the number of her last fact. A
   * decision that weighs her whole casebook reads this, so that a form that somebody else began
   * meanwhile moves it as well. It is read and never written to.
   */
  record Casebook(ParticipantCode code) implements Stream {
    @Override
    public String path() {
      return "casebook/" + code;
    }
  }

  record Account(String id) implements Stream {
    @Override
    public String path() {
      return "account/" + id;
    }
  }

  Stream TRIAL = new Trial();
  Stream ENROLMENT = new Enrolment();

  /** The name under which the stream is stored and hashed. */
  String path();

  /**
   * Reads a stored name.
   *
   * @throws IllegalArgumentException when the text names no stream
   */
  static Stream parse(String path) {
    String[] parts = path.split("/", -1);
    return switch (parts[0] + parts.length) {
      case "trial1" -> TRIAL;
      case "enrolment1" -> ENROLMENT;
      case "participant2" -> new Participant(new ParticipantCode(parts[1]));
      case "account2" -> new Account(parts[1]);
      case "form5" ->
          new Form(
              new FormInstance(
                  new ParticipantCode(parts[1]), parts[2], parts[3], Integer.parseInt(parts[4])));
      default ->
          throw new IllegalArgumentException(
              "a stream is trial, enrolment, participant/CODE, form/CODE/visit/form/repeat or"
                  + " account/ID; got: "
                  + path);
    };
  }
}
