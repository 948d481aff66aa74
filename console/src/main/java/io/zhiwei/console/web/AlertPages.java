package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.AlertView;
import io.zhiwei.console.alert.Cursor;
import io.zhiwei.console.alert.Formats;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.alert.UnlistedCounts;
import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.Names;
import io.zhiwei.console.disposition.DispositionLog;
import io.zhiwei.console.disposition.TransferClock;
import io.zhiwei.console.live.LiveAlerts;
import io.zhiwei.console.security.Scopes;
import io.zhiwei.console.view.SavedViews;
import io.zhiwei.schemas.AlertStatus;
import io.zhiwei.schemas.Disposition;
import io.zhiwei.schemas.DispositionAction;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list of alerts and each alert's page. */
@Controller
class AlertPages {

    private final AlertIndex index;
    private final Catalogue catalogue;
    private final DispositionLog dispositions;
    private final LiveAlerts live;
    private final SavedViews views;
    private final UnlistedCounts unlisted;
    private final Formats formats;
    private final Names names;
    private final Clock clock;

    AlertPages(
            AlertIndex index,
            Catalogue catalogue,
            DispositionLog dispositions,
            LiveAlerts live,
            SavedViews views,
            UnlistedCounts unlisted,
            Formats formats,
            Names names,
            Clock clock) {
        this.index = index;
        this.catalogue = catalogue;
        this.dispositions = dispositions;
        this.live = live;
        this.views = views;
        this.unlisted = unlisted;
        this.formats = formats;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/alerts";
    }

    @GetMapping("/alerts")
    String list(
            AlertQuery query,
            @RequestParam(required = false) @Nullable String after,
            Authentication person,
            Model page) {
        Scope scope = Scopes.of(person);
        page.addAttribute("page", index.list(scope, query, Cursor.parse(after).orElse(null)));
        page.addAttribute("query", query);
        page.addAttribute("first", after == null);
        page.addAttribute("unlisted", unlisted.of(scope));
        page.addAttribute("views", views.of(person.getName()));
        page.addAttribute("models", catalogue.models());
        page.addAttribute("agencies", index.agencies(scope));
        page.addAttribute("levels", AlertQuery.LEVELS);
        page.addAttribute("statuses", AlertStatus.values());
        page.addAttribute("now", clock.instant());
        page.addAttribute("formats", formats);
        page.addAttribute("names", names);
        page.addAttribute("fresh", false);
        return "alerts";
    }

    @GetMapping(path = "/alerts/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(AlertQuery query, Locale locale, Authentication person) {
        return live.open(Scopes.of(person), query, locale);
    }

    @GetMapping("/alerts/{id}")
    String alert(@PathVariable String id, Authentication person, Model page) {
        Scope scope = Scopes.of(person);
        AlertView alert = index.find(scope, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Disposition> decided = dispositions.of(id);
        page.addAttribute("alert", alert);
        page.addAttribute("others", index.othersOf(scope, alert));
        var model = catalogue.find(alert.model().id()).orElse(null);
        page.addAttribute("model", model);
        page.addAttribute("steps", ScoreSteps.of(alert, model));
        page.addAttribute("similar", index.similarTo(scope, alert));
        page.addAttribute("line", TimeLine.of(alert, decided));
        page.addAttribute("clock", TransferClock.of(decided).orElse(null));
        page.addAttribute("decided", decided);
        page.addAttribute(
                "seen", decided.isEmpty() ? "" : decided.get(decided.size() - 1).getDispositionId());
        boolean has = scope.has(alert);
        page.addAttribute("has", has);
        page.addAttribute(
                "actions", has ? Arrays.asList(DispositionAction.values()) : List.of(DispositionAction.TRANSFER));
        page.addAttribute("agencies", catalogue.agencies());
        page.addAttribute("now", clock.instant());
        return "alert";
    }
}
