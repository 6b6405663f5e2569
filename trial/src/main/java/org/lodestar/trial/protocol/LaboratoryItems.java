package org.lodestar.trial.protocol;

import static org.lodestar.trial.protocol.ItemType.DATE;
import static org.lodestar.trial.protocol.ItemType.DECIMAL;
import static org.lodestar.trial.protocol.ItemType.TEXT;
import static org.lodestar.trial.protocol.KindItem.may;
import static org.lodestar.trial.protocol.KindItem.need;

import java.util.List;

/** What rules know of laboratory values and tests. */
final class LaboratoryItems {
  private static final KindItem SAMPLED_ON = need("sampled-on", DATE, "Sampled on", "采样日期");
  private static final KindItem LABORATORY_KEY = may("laboratory", TEXT, "Laboratory", "检测实验室");

  static final List<KindItem> LABORATORY =
      List.of(
          SAMPLED_ON,
          LABORATORY_KEY,
          need("white-cells", DECIMAL, "White blood cells", "白细胞计数").in(Dimension.CELL_COUNT),
          need("neutrophils", DECIMAL, "Neutrophils", "中性粒细胞计数").in(Dimension.CELL_COUNT),
          need("lymphocytes", DECIMAL, "Lymphocytes", "淋巴细胞计数").in(Dimension.CELL_COUNT),
          need("platelets", DECIMAL, "Platelets", "血小板计数").in(Dimension.CELL_COUNT),
          need("haemoglobin", DECIMAL, "Haemoglobin", "血红蛋白").in(Dimension.MASS_CONCENTRATION),
          need("alt", DECIMAL, "Alanine aminotransferase", "丙氨酸氨基转移酶")
              .in(Dimension.ENZYME_ACTIVITY),
          need("ast", DECIMAL, "Aspartate aminotransferase", "天门冬氨酸氨基转移酶")
              .in(Dimension.ENZYME_ACTIVITY),
          need("bilirubin", DECIMAL, "Bilirubin, total", "总胆红素").in(Dimension.BILIRUBIN),
          need("creatinine", DECIMAL, "Creatinine", "肌酐").in(Dimension.CREATININE),
          may("creatinine-clearance", DECIMAL, "Creatinine clearance", "肌酐清除率")
              .in(Dimension.CLEARANCE),
          may("alp", DECIMAL, "Alkaline phosphatase", "碱性磷酸酶").in(Dimension.ENZYME_ACTIVITY),
          may("ggt", DECIMAL, "Gamma-glutamyl transferase", "γ-谷氨酰转移酶")
              .in(Dimension.ENZYME_ACTIVITY),
          may("albumin", DECIMAL, "Albumin", "白蛋白").in(Dimension.MASS_CONCENTRATION),
          may("sodium", DECIMAL, "Sodium", "钠").in(Dimension.SUBSTANCE_CONCENTRATION),
          may("potassium", DECIMAL, "Potassium", "钾").in(Dimension.SUBSTANCE_CONCENTRATION),
          may("calcium", DECIMAL, "Calcium, total", "总钙").in(Dimension.CALCIUM),
          may("magnesium", DECIMAL, "Magnesium", "镁").in(Dimension.SUBSTANCE_CONCENTRATION),
          may("glucose", DECIMAL, "Glucose", "葡萄糖").in(Dimension.GLUCOSE),
          may("amylase", DECIMAL, "Amylase", "淀粉酶").in(Dimension.ENZYME_ACTIVITY),
          may("lipase", DECIMAL, "Lipase", "脂肪酶").in(Dimension.ENZYME_ACTIVITY),
          may("inr", DECIMAL, "International normalised ratio", "国际标准化比值"));

  static final List<KindItem> CARDIAC_THYROID =
      List.of(
          need("tested-on", DATE, "Tested on", "检查日期"),
          LABORATORY_KEY,
          may("tsh", DECIMAL, "Thyrotropin", "促甲状腺激素").in(Dimension.THYROTROPIN),
          may("free-t4", DECIMAL, "Free thyroxine", "游离甲状腺素").in(Dimension.THYROID_HORMONE),
          may("free-t3", DECIMAL, "Free triiodothyronine", "游离三碘甲状腺原氨酸")
              .in(Dimension.THYROID_HORMONE),
          may("troponin", DECIMAL, "Cardiac troponin", "心肌肌钙蛋白").in(Dimension.PROTEIN_TRACE),
          may("creatine-kinase", DECIMAL, "Creatine kinase", "肌酸激酶").in(Dimension.ENZYME_ACTIVITY),
          may("nt-probnp", DECIMAL, "NT-proBNP", "N 末端 B 型钠尿肽原").in(Dimension.PROTEIN_TRACE),
          may("qtcf", DECIMAL, "QTc by Fridericia", "QTcF 间期").in(Dimension.INTERVAL),
          may("lvef", DECIMAL, "Left ventricular ejection fraction", "左室射血分数")
              .in(Dimension.PROPORTION));

  private LaboratoryItems() {}
}
