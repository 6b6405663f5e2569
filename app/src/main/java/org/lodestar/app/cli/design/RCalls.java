package org.lodestar.app.cli.design;

import org.lodestar.statistics.design.OneArmSurvival;
import org.lodestar.statistics.design.WholeCurveMethod;

/** Base R that computes the same sample size, to be pasted and run. */
final class RCalls {
  private RCalls() {}

  static String of(OneArmSurvival design, WholeCurveMethod method) {
    return prelude(design) + "; " + expression(method);
  }

  /** v1, v0, P0 and s2 by quadrature over the follow-up time. */
  private static String prelude(OneArmSurvival d) {
    OneArmSurvival.Errors e = d.errors();
    return "A<-%s; Fu<-%s; k<-%s; c0<--log(%s)/%s^k; c1<--log(%s)/%s^k; "
            .formatted(
                Figures.plain(d.accrual()),
                Figures.plain(d.followUp()),
                Figures.plain(d.shape()),
                Figures.plain(d.nullSurvival()),
                Figures.plain(d.time()),
                Figures.plain(d.alternativeSurvival()),
                Figures.plain(d.time()))
        + "G<-function(t) ifelse(t<=Fu,1,(A+Fu-t)/A)*exp(-%s*t); "
            .formatted(Figures.plain(d.lossHazard()))
        + "int<-function(f) integrate(f,0,Fu,rel.tol=1e-10)$value+"
        + "(if (A>0) integrate(f,Fu,A+Fu,rel.tol=1e-10)$value else 0); "
        + "S<-function(t,c) exp(-c*t^k); h<-function(t,c) c*k*t^(k-1); "
        + "v1<-int(function(t) G(t)*S(t,c1)*h(t,c1)); "
        + "v0<-int(function(t) G(t)*S(t,c1)*h(t,c0)); "
        + "P0<-int(function(t) G(t)*S(t,c0)*h(t,c0)); "
        + "v00<-int(function(t) G(t)*S(t,c1)*c0*t^k*h(t,c0)); "
        + "v01<-int(function(t) G(t)*S(t,c1)*c0*t^k*h(t,c1)); "
        + "s2<-v1-v1^2+2*v00-v0^2-2*v01+2*v0*v1; "
        + "za<-qnorm(1-%s/%d); zb<-qnorm(%s); "
            .formatted(Figures.plain(e.alpha()), e.sides(), Figures.plain(e.power()))
        + "D<-((za+zb)/log(c1/c0))^2";
  }

  private static String expression(WholeCurveMethod method) {
    return switch (method) {
      case LOG_HAZARD_RATIO -> "D/v1";
      case LOG_HAZARD_RATIO_WHOLE_EVENTS -> "ceiling(D)/v1";
      case LOG_HAZARD_RATIO_NULL_EVENTS -> "D/P0";
      case LOG_HAZARD_RATIO_MEAN_EVENTS -> "2*D/(P0+v1)";
      case LOG_HAZARD_RATIO_BOTH_VARIANCES -> "((za/sqrt(P0)+zb/sqrt(v1))/log(c1/c0))^2";
      case WU_2015 -> "((za*sqrt(v0)+zb*sqrt(s2))/(v0-v1))^2";
      case WU_MODIFIED -> "((za*sqrt((v0+v1)/2)+zb*sqrt(s2))/(v0-v1))^2";
      case KWAK_JUNG -> "((za*sqrt(v0)+zb*sqrt(v1))/(v0-v1))^2";
      case KWAK_JUNG_NULL_VARIANCE -> "((za*sqrt(P0)+zb*sqrt(v1))/(v0-v1))^2";
      case VARIANCE_STABILISED -> "((za+zb)/(2*(sqrt(v1)-sqrt(v0))))^2";
      case SWOG -> wald("1/3", "P0") + "+0.5";
      case SWOG_WITHOUT_HALF -> wald("1/3", "P0");
      case CUBE_ROOT_OF_MEAN -> wald("-1/3", "P0");
      case CUBE_ROOT_OF_MEAN_ALTERNATIVE -> wald("-1/3", "v1");
      case EXPONENTIAL_MEAN -> wald("-1", "P0");
      case EXPONENTIAL_RATE -> wald("1", "P0");
      case EXACT_GAMMA ->
          "d<-which(pgamma(qgamma(pnorm(za),1:1e4)*c1/c0,1:1e4,lower.tail=FALSE)>=pnorm(zb))[1];"
              + " d/v1";
      case TWO_SAMPLE_HALF -> "2*D/v1";
    };
  }

  private static String wald(String power, String nullProbability) {
    return "p<-%s; (abs(p)*(za*c0^p/sqrt(%s)+zb*c1^p/sqrt(v1))/(c1^p-c0^p))^2"
        .formatted(power, nullProbability);
  }
}
