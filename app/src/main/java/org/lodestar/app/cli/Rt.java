package org.lodestar.app.cli;

import picocli.CommandLine.Command;

/** Radiotherapy: a folder of DICOM objects read, measured, checked. */
@Command(
    name = "rt",
    subcommands = {
      RtFetch.class,
      RtRead.class,
      RtMargin.class,
      RtDvh.class,
      RtCheck.class,
      RtView.class,
      RtDeidentify.class,
      RtDelivery.class,
      RtImport.class
    })
final class Rt {}
