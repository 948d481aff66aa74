package io.zhiwei.deploy.standalone;

import io.zhiwei.deploy.simulator.Happening;
import io.zhiwei.deploy.simulator.SchemeTruth;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the truth does not say about the reports of schemes: when each was first received, and about which product number. */
final class SchemeReports {

    /** Indicators that read the stream of signals, or count by product. */
    static final Set<String> STATISTICAL =
            Set.of("AW-01", "AW-02", "AW-03", "AW-04", "AW-15", "AW-16", "AW-17", "AW-18", "AW-19", "AW-24");

    private final Map<String, Instant> received = new ConcurrentHashMap<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    /** Notes an event of a scheme. */
    void note(Happening happening) {
        received.putIfAbsent(happening.id(), happening.time());
        if (happening.record() instanceof AdverseReactionReport report) {
            report.getProducts().stream()
                    .map(product -> product.getApprovalNo())
                    .filter(number -> number != null)
                    .findFirst()
                    .ifPresent(number -> note(happening.id(), number));
        }
    }

    void note(String event, String number) {
        numbers.putIfAbsent(event, number);
    }

    /** Returns when an event was first received. */
    Instant received(String event, Instant otherwise) {
        return received.getOrDefault(event, otherwise);
    }

    /** Returns whether an alert is a statistical signal about the product of a scheme's batch: reports are counted by product. */
    boolean tellOfBatch(Alert alert, SchemeTruth scheme) {
        return tellOfBatch(scheme, alert.getSubject().getName(), alert.getIndicators(), alert.getLastSeen());
    }

    /** Devices are counted by registration number within their family. A signal from before the first case is about something else. */
    boolean tellOfBatch(SchemeTruth scheme, String subject, Collection<String> indicators, Instant lastSeen) {
        return scheme.subjectKind().equals("batch")
                && indicators.stream().anyMatch(STATISTICAL::contains)
                && !lastSeen.isBefore(scheme.firstTime())
                && (scheme.subjectKey().startsWith(subject + " · ")
                        || scheme.eventIds().stream()
                                .map(numbers::get)
                                .anyMatch(number -> number != null && subject.endsWith(" · " + number)));
    }
}
