package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex.UnavailableException;
import io.zhiwei.console.health.Health;
import io.zhiwei.console.health.HealthWatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What a page says when a server behind it is away. What somebody sent is shown, and can be sent again. */
@ControllerAdvice
class Failures {

    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);
    private static final String TOKEN = "_csrf";

    private final HealthWatch watch;

    Failures(HealthWatch watch) {
        this.watch = watch;
    }

    /** Which servers answer: every page says which do not. */
    @ModelAttribute("health")
    Health health() {
        return watch.latest();
    }

    @ExceptionHandler(UnavailableException.class)
    ModelAndView unavailable(UnavailableException e, HttpServletRequest request) {
        LOGGER.atWarn().setCause(e.getCause()).log(e.getMessage());
        ModelAndView page = HttpMethod.POST.matches(request.getMethod())
                ? notSent(request)
                : new ModelAndView("error").addObject("problem", "error.unavailable");
        page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return page.addObject("health", watch.latest());
    }

    private static ModelAndView notSent(HttpServletRequest request) {
        TreeMap<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.remove(TOKEN);
        return new ModelAndView("not-sent").addObject("fields", fields).addObject("target", request.getRequestURI());
    }
}
