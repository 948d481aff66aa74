package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.backtest.BacktestDesk;
import io.zhiwei.console.backtest.BacktestDesk.BusyException;
import io.zhiwei.console.backtest.BacktestReport;
import io.zhiwei.console.backtest.BacktestRequest;
import io.zhiwei.console.backtest.BacktestRun;
import io.zhiwei.console.security.Scopes;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.models.trial.Proportion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Tries a changed threshold, or a version, on recorded events. */
@Controller
class BacktestPages {

    private final BacktestDesk desk;
    private final VersionDesk versions;

    BacktestPages(BacktestDesk desk, VersionDesk versions) {
        this.desk = desk;
        this.versions = versions;
    }

    @PostMapping("/models/{id}/backtests")
    ModelAndView start(@PathVariable String id, BacktestRequest request, Authentication person) {
        if (versions.current(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<String> problem = request.problem();
        if (problem.isPresent()) {
            return RefusedPage.of(HttpStatus.BAD_REQUEST, id, problem.get());
        }
        try {
            return at(id, desk.start(id, request, person.getName(), Scopes.of(person)));
        } catch (BusyException e) {
            return RefusedPage.of(HttpStatus.CONFLICT, id, "backtest.problem.busy")
                    .addObject("elsewhere", path(e.other().modelId(), e.other()));
        } catch (IllegalArgumentException e) {
            return RefusedPage.of(HttpStatus.BAD_REQUEST, id, "versions.problem.refused")
                    .addObject("problems", List.of(String.valueOf(e.getMessage())));
        }
    }

    @GetMapping("/models/{id}/backtests/{run}")
    String page(@PathVariable String id, @PathVariable String run, Authentication person, Model page) {
        BacktestRun found = find(run, person);
        page.addAttribute("run", found);
        page.addAttribute("model", versions.current(id).orElseThrow(BacktestPages::missing));
        page.addAttribute("levels", AlertQuery.LEVELS);
        page.addAttribute("own", found.owner().equals(person.getName()));
        return "backtest";
    }

    @GetMapping("/models/{id}/backtests/{run}/progress")
    String progress(@PathVariable String run, Authentication person, Model page) {
        page.addAttribute("run", find(run, person));
        return "fragments/progress :: progress";
    }

    @GetMapping("/models/{id}/backtests/{run}/data")
    @ResponseBody
    Charts data(@PathVariable String run, Authentication person) {
        return Optional.ofNullable(find(run, person).report()).map(Charts::of).orElseThrow(BacktestPages::missing);
    }

    /** What the charts draw. */
    record Charts(List<Day> days, List<Point> curve) {

        /** Alerts of a day, e.g. 2026-03-02. */
        record Day(String date, int before, int after) {}

        /** The threshold at a value; shares from 0 to 1, null where nothing was judged. */
        record Point(
                double value,
                int alerts,
                @Nullable Double precision,
                @Nullable Double recall) {}

        static Charts of(BacktestReport report) {
            return new Charts(
                    report.days().stream()
                            .map(day -> new Day(day.date().toString(), day.before(), day.after()))
                            .toList(),
                    report.curve().stream()
                            .map(row -> new Point(
                                    Objects.requireNonNullElse(row.value(), Double.NaN),
                                    row.alerts(),
                                    share(row.precision()),
                                    share(row.recall())))
                            .toList());
        }

        private static @Nullable Double share(Proportion proportion) {
            return proportion.isUnknown() ? null : proportion.share();
        }
    }

    @PostMapping("/models/{id}/backtests/{run}/stop")
    ModelAndView stop(@PathVariable String id, @PathVariable String run, Authentication person) {
        BacktestRun found = find(run, person);
        desk.stop(run, person.getName());
        return at(id, found);
    }

    private BacktestRun find(String run, Authentication person) {
        return desk.find(run, person.getName(), Scopes.of(person)).orElseThrow(BacktestPages::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ModelAndView at(String id, BacktestRun run) {
        return new ModelAndView("redirect:" + path(id, run));
    }

    private static String path(String id, BacktestRun run) {
        return "/models/" + id + "/backtests/" + run.id();
    }
}
