package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.disposition.Decision;
import io.zhiwei.console.disposition.Desk;
import io.zhiwei.console.security.Scopes;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes decisions about alerts. */
@Controller
class DecisionPages {

    private final AlertIndex index;
    private final Desk desk;
    private final Clock clock;

    DecisionPages(AlertIndex index, Desk desk, Clock clock) {
        this.index = index;
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping("/alerts/{id}/dispositions")
    ModelAndView decide(@PathVariable String id, Decision decision, Authentication person) {
        AlertView alert = requireAlert(person, id);
        if (decision.action() != DispositionAction.TRANSFER
                && !Scopes.of(person).has(alert)) {
            return answer(HttpStatus.FORBIDDEN, id, "decide.problem.transferred");
        }
        Optional<String> problem = decision.problem(id, LocalDate.now(clock));
        if (problem.isPresent()) {
            return answer(HttpStatus.BAD_REQUEST, id, problem.get()).addObject("decision", decision);
        }
        if (decision.into() != null) {
            requireAlert(person, decision.into());
        }
        Optional<Disposition> other = desk.decide(id, decision, person.getName());
        return other.map(one ->
                        answer(HttpStatus.CONFLICT, id, "decide.conflict").addObject("other", one))
                .orElseGet(() -> new ModelAndView("redirect:/alerts/{id}?decided", "id", id));
    }

    private AlertView requireAlert(Authentication person, String id) {
        return index.find(Scopes.of(person), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView answer(HttpStatus status, String id, String message) {
        ModelAndView page = new ModelAndView("decision");
        page.setStatus(status);
        return page.addObject("alertId", id).addObject("message", message);
    }
}
