package io.zhiwei.console.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page that says why something about a model was not taken. */
final class RefusedPage {

    private RefusedPage() {}

    /**
     * Returns the page; {@code problems} may be set to a list of what is wrong in detail.
     *
     * @param message message key of the reason
     */
    static ModelAndView of(HttpStatus status, String modelId, String message) {
        ModelAndView page = new ModelAndView("refused");
        page.setStatus(status);
        return page.addObject("modelId", modelId).addObject("message", message).addObject("problems", List.of());
    }
}
