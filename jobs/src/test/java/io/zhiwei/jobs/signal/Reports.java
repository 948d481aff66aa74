package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProduct;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.ReportedReaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Reports for the tests of the signal job. */
final class Reports {

    /** Midnight of China's clock. */
    static final Instant START = Instant.parse("2025-03-01T16:00:00Z");

    private Reports() {}

    static AdverseReactionReport report(String id, long version, Instant received, String products, String events) {
        return builder(id, version, received, List.of(products.split(",")), List.of(events.split(",")))
                .build();
    }

    static AdverseReactionReport nullified(String id, long version, Instant received) {
        return builder(id, version, received, List.of(), List.of())
                .setStatus(ReportStatus.NULLIFY)
                .build();
    }

    static AdverseReactionReport.Builder builder(
            String id, long version, Instant received, List<String> products, List<String> events) {
        return AdverseReactionReport.newBuilder()
                .setReportId(id)
                .setVersion(version)
                .setReceiptTime(received)
                .setStatus(version == 1 ? ReportStatus.NEW : ReportStatus.AMEND)
                .setProductKind(ReportedProductKind.DRUG)
                .setProducts(products.stream().map(Reports::product).toList())
                .setEvents(events.stream().map(Reports::reaction).toList());
    }

    static ReportedProduct product(String substance) {
        return ReportedProduct.newBuilder()
                .setRole(ProductRole.SUSPECT)
                .setSubstance(substance)
                .build();
    }

    static ReportedReaction reaction(String term) {
        return ReportedReaction.newBuilder().setPt(term).build();
    }

    static ReportVersion version(AdverseReactionReport report) {
        try {
            return ReportReader.read(report, Instant.now().toEpochMilli());
        } catch (RefusedMessageException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Returns reports in the order in which they arrive: each as much as so many days after its receipt.
     *
     * @param reports reports in any order
     */
    static List<AdverseReactionReport> shuffled(List<AdverseReactionReport> reports, int days, long seed) {
        Random random = new Random(seed);
        Map<AdverseReactionReport, Instant> arrivals = new IdentityHashMap<>();
        reports.forEach(report -> arrivals.put(
                report, report.getReceiptTime().plusSeconds((long) (random.nextDouble() * days * 86_400))));
        return reports.stream()
                .sorted(Comparator.comparing(report -> Objects.requireNonNull(arrivals.get(report))))
                .toList();
    }

    /**
     * Returns reports of many days in the order of their receipt: with follow-ups, versions that come before their
     * predecessors, nullifications, duplicates, and one pair that stands out.
     */
    static List<AdverseReactionReport> population(int count, int days, long seed) {
        Random random = new Random(seed);
        List<AdverseReactionReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int versions = random.nextInt(10) == 0 ? 2 : 1;
            Instant[] received = new Instant[versions];
            Arrays.setAll(received, k -> START.plus(Duration.ofSeconds(random.nextInt(days * 86_400))));
            for (int version = 1; version <= versions; version++) {
                AdverseReactionReport report = any(random, "r" + i, version, received[version - 1]);
                reports.add(report);
                if (random.nextInt(20) == 0) {
                    reports.add(report);
                }
            }
            if (random.nextInt(33) == 0) {
                reports.add(nullified("r" + i, versions + 1, START.plusSeconds(random.nextInt(days * 86_400))));
            }
        }
        reports.sort(Comparator.comparing(AdverseReactionReport::getReceiptTime));
        return reports;
    }

    private static AdverseReactionReport any(Random random, String id, long version, Instant received) {
        boolean standsOut = random.nextInt(60) == 0;
        List<String> products = standsOut ? List.of("P25") : names(random, "P", 30);
        List<String> events = standsOut ? List.of("E35") : names(random, "E", 40);
        return builder(id, version, received, products, events).build();
    }

    private static List<String> names(Random random, String prefix, int names) {
        return random.doubles(1 + random.nextInt(2))
                .mapToObj(x -> prefix + (int) (names * x * x))
                .distinct()
                .toList();
    }
}
