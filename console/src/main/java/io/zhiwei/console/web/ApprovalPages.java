package io.zhiwei.console.web;

import io.zhiwei.console.backtest.BacktestDesk;
import io.zhiwei.console.backtest.BacktestRun;
import io.zhiwei.console.security.Scopes;
import io.zhiwei.console.version.Published;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.schemas.ModelUpdate;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The versions that wait for an approver, with what there is to know about each. */
@Controller
class ApprovalPages {

    private final VersionDesk desk;
    private final BacktestDesk backtests;

    ApprovalPages(VersionDesk desk, BacktestDesk backtests) {
        this.desk = desk;
        this.backtests = backtests;
    }

    /**
     * A version that waits.
     *
     * @param model what it says
     * @param diff lines in which it differs from the version before
     * @param backtests those of it, or of the threshold's value in it, that the reader may see
     */
    record Waiting(
            Published version,
            io.zhiwei.models.definition.Model model,
            List<String> diff,
            List<BacktestRun> backtests) {}

    @GetMapping("/approvals")
    String approvals(Authentication person, Model page) {
        page.addAttribute(
                "waiting",
                desk.waiting().stream().map(one -> waiting(one, person)).toList());
        return "approvals";
    }

    private Waiting waiting(Published one, Authentication person) {
        ModelUpdate update = one.update();
        return new Waiting(
                one,
                desk.version(update.getModelId(), update.getVersion()).orElseThrow(),
                desk.diff(update.getModelId(), update.getVersion()),
                backtests.of(update.getModelId(), person.getName(), Scopes.of(person)).stream()
                        .filter(run -> tries(run, one))
                        .toList());
    }

    private static boolean tries(BacktestRun run, Published one) {
        Integer version = run.request().version();
        return version == null
                ? one.changesOnly(run.request().threshold(), run.request().value())
                : version == one.update().getVersion();
    }
}
