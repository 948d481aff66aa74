package io.zhiwei.console.web;

import io.zhiwei.console.alert.AlertIndex;
import io.zhiwei.console.alert.AlertQuery;
import io.zhiwei.console.alert.Formats;
import io.zhiwei.console.alert.Scope;
import io.zhiwei.console.catalogue.Catalogue;
import io.zhiwei.console.catalogue.Names;
import io.zhiwei.console.report.Period;
import io.zhiwei.console.report.Report;
import io.zhiwei.console.report.ReportIndex;
import io.zhiwei.console.report.ReportPdf;
import io.zhiwei.console.report.ReportQuery;
import io.zhiwei.console.report.ReportView;
import io.zhiwei.console.security.Scopes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The report of a week or a month, as a page and in print. */
@Controller
class ReportPages {

    private final ReportIndex index;
    private final AlertIndex alerts;
    private final Catalogue catalogue;
    private final Names names;
    private final ReportPdf pdf;
    private final Formats formats;
    private final Clock clock;

    ReportPages(
            ReportIndex index,
            AlertIndex alerts,
            Catalogue catalogue,
            Names names,
            ReportPdf pdf,
            Formats formats,
            Clock clock) {
        this.index = index;
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.names = names;
        this.pdf = pdf;
        this.formats = formats;
        this.clock = clock;
    }

    @GetMapping("/report")
    String report(ReportQuery query, Authentication person, Locale locale, org.springframework.ui.Model page) {
        Scope scope = Scopes.of(person);
        Report report = index.report(scope, query, today());
        page.addAllAttributes(view(locale).variables(report));
        page.addAttribute("query", query);
        page.addAttribute("kinds", Period.Kind.values());
        page.addAttribute("agencies", alerts.agencies(scope));
        return "report";
    }

    @GetMapping(path = "/report/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(ReportQuery query, Authentication person, Locale locale) {
        Report report = index.report(Scopes.of(person), query, today());
        String name = "zhiwei-" + report.period().kind().name().toLowerCase(Locale.ROOT) + "-"
                + report.period().first() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(pdf.print(report, view(locale), locale));
    }

    private ReportView view(Locale locale) {
        return new ReportView(formats, names, catalogue, locale);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AlertQuery.CHINA);
    }
}
