package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.backtest.BacktestDesk;
import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.MeasuredPrecision;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.console.security.Scopes;
import io.zhiwei.console.version.Published;
import io.zhiwei.console.version.VersionDesk;
import io.zhiwei.models.trial.Judgements;
import io.zhiwei.schemas.ModelState;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The catalogue, each model's page and each of its versions. */
@Controller
class ModelPages {

    /** What somebody works on. */
    private static final Set<ModelState> PREPARED = Set.of(ModelState.DRAFT, ModelState.SHADOW);

    private final Catalogue catalogue;
    private final VersionDesk desk;
    private final BacktestDesk backtests;
    private final DispositionLog dispositions;
    private final AlertIndex index;

    ModelPages(
            Catalogue catalogue,
            VersionDesk desk,
            BacktestDesk backtests,
            DispositionLog dispositions,
            AlertIndex index) {
        this.catalogue = catalogue;
        this.desk = desk;
        this.backtests = backtests;
        this.dispositions = dispositions;
        this.index = index;
    }

    @GetMapping("/models")
    String models(Authentication person, Model page) {
        page.addAttribute("models", catalogue.models());
        page.addAttribute("measured", measured(person));
        page.addAttribute(
                "prepared",
                catalogue.models().stream()
                        .flatMap(model -> desk.history(model.id()).stream())
                        .filter(version -> PREPARED.contains(version.state()))
                        .toList());
        return "models";
    }

    @GetMapping("/models/{id}")
    String model(@PathVariable String id, Authentication person, Model page) {
        var model = desk.current(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("model", model);
        page.addAttribute("versions", desk.history(id));
        page.addAttribute("measured", measured(person));
        page.addAttribute("backtests", backtests.of(id, person.getName(), Scopes.of(person)));
        page.addAttribute(
                "exemptions",
                Stream.concat(Stream.of(model.reads()), model.alsoReads().stream())
                        .flatMap(rule -> rule.exemptions().stream())
                        .toList());
        return "model";
    }

    private MeasuredPrecision measured(Authentication person) {
        return MeasuredPrecision.of(Judgements.of(dispositions.all()), index, Scopes.of(person));
    }

    @GetMapping("/models/{id}/versions/{version}")
    String version(
            @PathVariable String id,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String sent,
            Authentication person,
            Model page) {
        Published published =
                desk.find(id, version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("version", published);
        page.addAttribute("levels", AlertQuery.LEVELS);
        page.addAttribute(
                "shadow",
                published
                        .since(ModelState.SHADOW)
                        .map(since -> index.shadow(Scopes.of(person), id, version, since))
                        .orElse(null));
        page.addAttribute("model", catalogue.find(id).orElse(null));
        page.addAttribute("sent", sent != null);
        page.addAttribute("diff", desk.diff(id, version));
        return "version";
    }
}
