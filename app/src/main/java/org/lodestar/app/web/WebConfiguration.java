package org.lodestar.app.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How pages are served: templates, files, language, headers. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class WebConfiguration implements WebMvcConfigurer {
  /** The language is a preference of the reader, kept in a cookie, never guessed twice. */
  @Bean
  LocaleResolver localeResolver() {
    return new PreferenceLocale();
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasename("web/words");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/static/**")
        .addResourceLocations("classpath:/web/static/")
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/static/htmx/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
        .setCacheControl(CacheControl.noCache());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new SafeHeaders());
  }
}
