package io.zhiwei.console.web;

import io.zhiwei.console.signal.SignalIndex;
import io.zhiwei.console.signal.SignalQuery;
import io.zhiwei.console.signal.SignalView;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Pairs of product and adverse event: the list, and one pair over time. */
@Controller
class SignalPages {

    private static final List<String> CRITERIA = List.of("EVANS", "ROR", "IC", "EBGM");

    private final SignalIndex index;

    SignalPages(SignalIndex index) {
        this.index = index;
    }

    @GetMapping("/signals")
    String signals(SignalQuery query, Model page) {
        page.addAttribute("signals", index.list(query));
        page.addAttribute("query", query);
        page.addAttribute("populations", index.populations());
        page.addAttribute("criteria", CRITERIA);
        page.addAttribute("trend", false);
        return "signals";
    }

    @GetMapping("/signals/pair")
    String pair(
            @RequestParam(defaultValue = "") String population,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String event,
            Model page) {
        List<SignalView> trend = index.trend(population, product, event);
        if (population.isBlank() || product.isBlank() || event.isBlank() || trend.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("signals", trend);
        page.addAttribute("trend", true);
        return "signals";
    }
}
