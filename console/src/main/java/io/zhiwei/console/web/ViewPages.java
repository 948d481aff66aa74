package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.view.SavedViews;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Saves and removes views of the list. */
@Controller
class ViewPages {

    private final SavedViews views;

    ViewPages(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    ModelAndView save(@RequestParam(defaultValue = "") String name, AlertQuery query, Principal person) {
        String address = query.at("/alerts");
        Optional<String> problem = views.save(person.getName(), name, address);
        if (problem.isEmpty()) {
            return new ModelAndView("redirect:" + address);
        }
        ModelAndView page = new ModelAndView("error");
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("problem", problem.get());
    }

    @PostMapping("/views/removal")
    ModelAndView remove(@RequestParam(defaultValue = "") String name, Principal person) {
        views.remove(person.getName(), name);
        return new ModelAndView("redirect:/alerts");
    }
}
