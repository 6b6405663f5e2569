package org.lodestar.app.print;

import org.lodestar.trial.efficacy.Response;

/** The class and the letter of a response in pictures: never the colour alone. */
record ResponseClass(String name, String letter) {
  static ResponseClass of(Response response) {
    return switch (response) {
      case CR -> new ResponseClass("cr", "C");
      case PR -> new ResponseClass("pr", "P");
      case SD, NON_CR_NON_PD -> new ResponseClass("sd", "S");
      case PD -> new ResponseClass("pd", "D");
      case NE, NED -> new ResponseClass("ne", "N");
    };
  }
}
