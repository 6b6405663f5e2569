package org.lodestar.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.lodestar.app.imaging.FaultWords;
import org.lodestar.radiotherapy.dicom.DicomException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** When a folder of images cannot be read at all, the page says why, as a command would. */
@ControllerAdvice
class DicomTrouble {
  @ExceptionHandler(DicomException.class)
  ModelAndView explain(DicomException trouble, HttpServletRequest request) {
    ModelAndView page = new ModelAndView("error", HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT.value());
    page.addObject("why", FaultWords.say(trouble, Preferences.of(request).language()));
    return page;
  }
}
