package org.lodestar.radiotherapy.dicom;

/**
 * A DICOM file.
 *
 * @param syntax how it was encoded
 * @param dataSet the object
 */
public record DicomFile(TransferSyntax syntax, DataSet dataSet) {}
