package io.zhiwei.deploy.bench.signals;

import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProduct;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.ReportedReaction;
import io.zhiwei.schemas.Seriousness;
import io.zhiwei.schemas.Sex;
import io.zhiwei.schemas.SingleObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Synthetic reports of eight weeks in the order of their receipt: one drug in two beside another, one in five serious, one in
 * ten with a follow-up and three in a hundred nullified.
 */
final class ReportMessages {

    private static final Instant START = Instant.parse("2026-01-04T16:00:00Z");
    private static final Duration SPAN = Duration.ofDays(56);
    private static final int PRODUCTS = 2_000;
    private static final int EVENTS = 1_000;
    private static final double UNEQUAL = 2.5;

    private final Random random;

    private ReportMessages(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the messages of so many reports; each version is one. */
    static List<byte[]> of(int reports, long seed) {
        ReportMessages messages = new ReportMessages(seed);
        List<AdverseReactionReport> versions = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            messages.add("r" + i, versions);
        }
        return versions.stream()
                .sorted(Comparator.comparing(AdverseReactionReport::getReceiptTime))
                .map(SingleObject::encode)
                .toList();
    }

    private void add(String id, List<AdverseReactionReport> versions) {
        versions.add(version(id, 1, ReportStatus.NEW));
        if (random.nextInt(10) == 0) {
            versions.add(version(id, 2, ReportStatus.AMEND));
        }
        if (random.nextInt(100) < 3) {
            versions.add(version(id, 3, ReportStatus.NULLIFY));
        }
    }

    private AdverseReactionReport version(String id, long version, ReportStatus status) {
        return AdverseReactionReport.newBuilder()
                .setReportId(id)
                .setVersion(version)
                .setStatus(status)
                .setReceiptTime(START.plusMillis((long) (random.nextDouble() * SPAN.toMillis())))
                .setProductKind(ReportedProductKind.DRUG)
                .setOrgId("org" + random.nextInt(200))
                .setRegionCode("420704")
                .setSex(random.nextBoolean() ? Sex.FEMALE : Sex.MALE)
                .setAgeYears((double) random.nextInt(90))
                .setSeriousCodes(random.nextInt(5) == 0 ? List.of(Seriousness.HOSPITALISATION) : List.of())
                .setProducts(random.ints(1 + random.nextInt(2), 0, PRODUCTS)
                        .mapToObj(this::product)
                        .toList())
                .setEvents(random.ints(1 + random.nextInt(3), 0, EVENTS)
                        .mapToObj(this::reaction)
                        .toList())
                .build();
    }

    private ReportedProduct product(int even) {
        int number = rank(even, PRODUCTS);
        return ReportedProduct.newBuilder()
                .setRole(ProductRole.SUSPECT)
                .setSubstance("P" + number)
                .setMahId("M" + number + "-" + random.nextInt(4))
                .setBatchNo("B" + random.nextInt(1_000))
                .build();
    }

    private ReportedReaction reaction(int even) {
        return ReportedReaction.newBuilder().setPt("E" + rank(even, EVENTS)).build();
    }

    /** Few are named often, most are rare. */
    private static int rank(int even, int names) {
        return (int) (names * Math.pow((double) even / names, UNEQUAL));
    }
}
