package org.lodestar.radiotherapy.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestar.radiotherapy.margin.StructureNames;

class DicomFileTest {
  private static DataSet sample() {
    DataSet item =
        DataSet.builder()
            .decimals(Tag.CONTOUR_DATA, 1.25, -2.5, 1e-7, 123456.789, 0.1, -0.3)
            .integers(Tag.NUMBER_OF_CONTOUR_POINTS, 2)
            .build();
    return DataSet.builder()
        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3")
        .text(Tag.SOP_INSTANCE_UID, "1.2.3")
        .text(Tag.PATIENT_NAME, "张^三")
        .text(Tag.PATIENT_ID, "P-1")
        .integers(Tag.ROWS, 513)
        .items(Tag.CONTOUR_SEQUENCE, List.of(item, DataSet.empty()))
        .bytes(0x00191001, Vr.LO, "private".getBytes(StandardCharsets.UTF_8))
        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[] {1, 2, 3, 4})
        .build();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_VR_LITTLE_ENDIAN",
        "EXPLICIT_VR_LITTLE_ENDIAN",
        "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
      })
  void whatIsWrittenIsReadBack(TransferSyntax syntax) {
    DicomFile file = DicomReader.read(DicomWriter.bytes(sample(), syntax));
    assertThat(file.syntax()).isEqualTo(syntax);
    DataSet read = file.dataSet();
    assertThat(read.text(Tag.PATIENT_NAME)).contains("张^三");
    assertThat(read.integer(Tag.ROWS)).hasValue(513);
    assertThat(read.items(Tag.CONTOUR_SEQUENCE)).hasSize(2);
    assertThat(read.items(Tag.CONTOUR_SEQUENCE).getFirst().decimals(Tag.CONTOUR_DATA))
        .containsExactly(1.25, -2.5, 1e-7, 123456.789, 0.1, -0.3);
    assertThat(read.text(0x00191001)).contains("private");
    assertThat(read.rawBytes(Tag.PIXEL_DATA).remaining()).isEqualTo(4);
    assertThat(read.rawBytes(Tag.PIXEL_DATA).getShort(0)).isEqualTo((short) 0x0201);
    assertThat(DicomWriter.bytes(read, syntax)).isEqualTo(DicomWriter.bytes(sample(), syntax));
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, GB18030, 王^小明",
    "GBK, GBK, 赵^敏",
    "ISO_IR 192, UTF-8, 李^四",
    "ISO_IR 100, ISO-8859-1, Müller^Jörg",
    "ISO_IR 144, ISO-8859-5, Люкceмбypг"
  })
  void namesAreReadInTheirCharacterSet(String term, String charset, String name) {
    DataSet set =
        DataSet.builder()
            .text(Tag.SPECIFIC_CHARACTER_SET, term)
            .bytes(Tag.PATIENT_NAME, Vr.PN, name.getBytes(Charset.forName(charset)))
            .build();
    assertThat(set.text(Tag.PATIENT_NAME)).contains(name);
  }

  // PS3.5 annexes H.3.1 and I.2: Japanese and Korean names with code extensions.
  @Test
  void codeExtensionsSwitchCharacterSetsWithinAName() {
    byte[] japanese = {
      'Y', 'a', 'm', 'a', 'd', 'a', '^', 'T', 'a', 'r', 'o', 'u', '=', 0x1b, 0x24, 0x42, 0x3b, 0x33,
      0x45, 0x44, 0x1b, 0x28, 0x42, '^', 0x1b, 0x24, 0x42, 0x42, 0x40, 0x4f, 0x3a, 0x1b, 0x28, 0x42
    };
    DataSet set =
        DataSet.builder()
            .text(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87")
            .bytes(Tag.PATIENT_NAME, Vr.PN, japanese)
            .build();
    assertThat(set.text(Tag.PATIENT_NAME)).contains("Yamada^Tarou=山田^太郎");
    byte[] korean = {
      'H',
      'o',
      'n',
      'g',
      '=',
      0x1b,
      0x24,
      0x29,
      0x43,
      (byte) 0xfb,
      (byte) 0xf3,
      '^',
      0x1b,
      0x24,
      0x29,
      0x43,
      (byte) 0xd1,
      (byte) 0xce,
      (byte) 0xd4,
      (byte) 0xd7
    };
    DataSet second =
        DataSet.builder()
            .text(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 149")
            .bytes(Tag.PATIENT_NAME, Vr.PN, korean)
            .build();
    assertThat(second.text(Tag.PATIENT_NAME)).contains("Hong=洪^吉洞");
  }

  @ParameterizedTest
  @CsvSource({
    "'1.5\\-2 ', 1.5, -2",
    "' 1e3\\+.5', 1000, 0.5",
    "'123456789.123456\\1.', 123456789.123456, 1",
    "'0.000000000001\\-0', 1e-12, -0.0"
  })
  void decimalStringsAreReadExactly(String text, double first, double second) {
    DataSet set =
        DataSet.builder()
            .bytes(Tag.CONTOUR_DATA, Vr.DS, text.getBytes(StandardCharsets.US_ASCII))
            .build();
    assertThat(set.decimals(Tag.CONTOUR_DATA)).containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource({"abc", "1.2.3", "0x1p3", "NaN", "1e", "--1", "1\\\\2"})
  void whatIsNoDecimalStringIsRefusedByName(String text) {
    DataSet set =
        DataSet.builder()
            .bytes(Tag.CONTOUR_DATA, Vr.DS, text.getBytes(StandardCharsets.US_ASCII))
            .build();
    assertThatThrownBy(() -> set.decimals(Tag.CONTOUR_DATA))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("NO_DECIMAL: ContourData (3006,0050); ");
  }

  @Test
  void aLengthBeyondTheFileIsRefusedWithItsPlace() {
    byte[] bytes = DicomWriter.bytes(sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    assertThatThrownBy(() -> DicomReader.read(Arrays.copyOf(bytes, bytes.length - 2)))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("VALUE_TOO_LONG: PixelData (7FE0,0010); ")
        .hasMessageEndingWith("; 4; 2");
    assertThatThrownBy(() -> DicomReader.read(new byte[200])).hasMessage("NO_DICOM");
  }

  @Test
  void anUnknownTransferSyntaxIsRefusedWithOneThatIsRead() {
    byte[] bytes = DicomWriter.bytes(sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] jpeg =
        text.replace("1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.4\0")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> DicomReader.read(jpeg))
        .hasMessage("SYNTAX_NOT_READ: 1.2.840.10008.1.2.4; 1.2.840.10008.1.2.1");
  }

  @Test
  void deIdentificationKeepsGeometryAndRemovesThePerson() {
    DataSet object =
        DataSet.builder()
            .all(sample())
            .text(Tag.OPERATORS_NAME, "Someone")
            .text(Tag.STUDY_DATE, "20260302")
            .text(Tag.STUDY_INSTANCE_UID, "1.2.3.4")
            .text(Tag.ROI_NAME, "Lung L")
            .build();
    DeIdentifier.Settings settings =
        new DeIdentifier.Settings(
            "key",
            "S-001",
            true,
            n -> StructureNames.builtIn().match(n).map(m -> m.standard()).orElse("ROI"));
    DeIdentifier.Result result = DeIdentifier.apply(object, settings);
    DataSet clean = result.object();
    assertThat(clean.text(Tag.PATIENT_NAME)).contains("S-001");
    assertThat(clean.text(Tag.OPERATORS_NAME)).isEmpty();
    assertThat(clean.element(0x00191001)).isEmpty();
    assertThat(clean.text(Tag.STUDY_DATE)).contains("20260302");
    assertThat(clean.text(Tag.ROI_NAME)).contains("Lung_L");
    assertThat(clean.text(Tag.SOP_CLASS_UID)).contains("1.2.840.10008.5.1.4.1.1.481.3");
    assertThat(clean.text(Tag.STUDY_INSTANCE_UID))
        .contains(Uids.derive("key", "1.2.3.4"))
        .hasValueSatisfying(uid -> assertThat(uid).startsWith("2.25.").hasSizeLessThan(65));
    assertThat(clean.items(Tag.CONTOUR_SEQUENCE).getFirst().decimals(Tag.CONTOUR_DATA)).hasSize(6);
    assertThat(result.changes())
        .contains(
            new DeIdentifier.Change("OperatorsName (0008,1070)", "removed", 1),
            new DeIdentifier.Change("private elements", "removed", 1));
    String written =
        new String(
            DicomWriter.bytes(clean, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
            StandardCharsets.UTF_8);
    assertThat(written).doesNotContain("Someone", "张", "P-1", "private", "1.2.3.4");
  }

  @Test
  void withoutTheOptionDatesGoToo() {
    DataSet object = DataSet.builder().all(sample()).text(Tag.STUDY_DATE, "20260302").build();
    DataSet clean =
        DeIdentifier.apply(object, new DeIdentifier.Settings("k", "S", false, n -> "")).object();
    assertThat(clean.text(Tag.STUDY_DATE)).isEmpty();
    assertThat(clean.text(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)).contains("REMOVED");
  }
}
