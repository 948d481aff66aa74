package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.Overview;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.Names;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.console.quality.QualityBoard;
import io.zhiwei.console.security.Scopes;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The overview, the counts that its charts draw, and how the streams are. */
@Controller
class OverviewPages {

    private final AlertIndex index;
    private final Catalogue catalogue;
    private final DispositionLog dispositions;
    private final QualityBoard board;
    private final Names names;

    OverviewPages(AlertIndex index, Catalogue catalogue, DispositionLog dispositions, QualityBoard board, Names names) {
        this.index = index;
        this.catalogue = catalogue;
        this.dispositions = dispositions;
        this.board = board;
        this.names = names;
    }

    @GetMapping("/overview")
    String overview(AlertQuery query, Authentication person, Model page) {
        Scope scope = Scopes.of(person);
        Overview overview = index.overview(scope, query);
        page.addAttribute("overview", overview);
        page.addAttribute("funnel", Funnel.of(overview.alerts(), dispositions.all(), index, scope, query));
        page.addAttribute("query", query);
        page.addAttribute("models", catalogue.models());
        page.addAttribute(
                "english",
                catalogue.models().stream()
                        .collect(Collectors.toMap(
                                model -> model.id(), model -> model.name().en())));
        page.addAttribute("levels", AlertQuery.LEVELS);
        return "overview";
    }

    @GetMapping("/overview/data")
    @ResponseBody
    Overview data(AlertQuery query, Authentication person, Locale locale) {
        return index.overview(Scopes.of(person), query)
                .naming(place -> names.place(place.code(), place.zone(), place.name(), locale));
    }

    @GetMapping("/overview/quality")
    String quality(Model page) {
        page.addAttribute("board", board.look());
        return "fragments/quality :: board";
    }
}
