package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Hashes;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.Outbox;
import io.zhiwei.deploy.simulator.Settings;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.Causality;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.ReactionOutcome;
import io.zhiwei.schemas.ReportOrigin;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProduct;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.ReportedReaction;
import io.zhiwei.schemas.ReporterKind;
import io.zhiwei.schemas.Sex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes reports: the first version, follow-ups, nullifications, and the same case told by somebody else. */
final class Desk {

    /** Mark of a case that another reporter tells again. */
    static final Mark DUPLICATE = Mark.lookAlike("AR-DUPLICATE");

    private static final double FOLLOWED_UP = 0.12;
    private static final double NULLIFIED = 0.03;
    private static final double DUPLICATED = 0.04;
    private static final double NO_ONSET = 0.05;
    private static final double NO_AGE = 0.02;
    private static final double NO_SEX = 0.01;
    private static final double MALE_OF_DRUGS = 0.46;
    private static final double MALE_OF_COSMETICS = 0.07;
    private static final double YOUNG = 0.098;
    private static final double OLD = 0.277;

    private final Hashes hashes;
    private final Instant end;

    Desk(Settings settings) {
        this.hashes = new Hashes(settings.seed());
        this.end = settings.midnight(settings.days());
    }

    /** Sends a case, and what is told about it later. */
    void send(Suspicion suspicion, Chance chance, Outbox outbox) {
        AdverseReactionReport first = first(suspicion, chance);
        outbox.send(first, suspicion.received(), suspicion.mark());
        boolean ordinary = suspicion.mark().scheme().isEmpty();
        Instant next = suspicion.received();
        long version = 1;
        if (chance.happens(FOLLOWED_UP)) {
            next = next.plus(Duration.ofHours(chance.between(24, 20 * 24)));
            later(first, ReportStatus.AMEND, ++version, next, suspicion.mark(), outbox);
        }
        if (chance.happens(NULLIFIED) && ordinary) {
            next = next.plus(Duration.ofHours(chance.between(72, 30 * 24)));
            later(first, ReportStatus.NULLIFY, ++version, next, suspicion.mark(), outbox);
        }
        if (chance.happens(DUPLICATED)) {
            again(first, suspicion, chance, outbox);
        }
    }

    private void later(
            AdverseReactionReport first, ReportStatus status, long version, Instant time, Mark mark, Outbox outbox) {
        if (time.isBefore(end)) {
            AdverseReactionReport report = AdverseReactionReport.newBuilder(first)
                    .setStatus(status)
                    .setVersion(version)
                    .setReceiptTime(time)
                    .build();
            if (status == ReportStatus.AMEND && report.getOutcome() == ReactionOutcome.NOT_RECOVERED) {
                report.setOutcome(ReactionOutcome.RECOVERED);
            }
            outbox.send(report, time, mark);
        }
    }

    private void again(AdverseReactionReport first, Suspicion suspicion, Chance chance, Outbox outbox) {
        Instant time = suspicion.received().plus(Duration.ofHours(chance.between(12, 120)));
        if (!time.isBefore(end)) {
            return;
        }
        AdverseReactionReport report = AdverseReactionReport.newBuilder(first)
                .setReportId(first.getReportId() + "-D")
                .setReceiptTime(time)
                .setSubmitTime(time)
                .setOrgId(suspicion.product().holder())
                .setOrgKind(ReporterKind.HOLDER)
                .build();
        if (report.getAgeYears() != null && chance.happens(0.5)) {
            report.setAgeYears(report.getAgeYears() + 1);
        }
        outbox.send(report, time, suspicion.mark().scheme().isEmpty() ? DUPLICATE : suspicion.mark());
    }

    private AdverseReactionReport first(Suspicion suspicion, Chance chance) {
        Instant known = suspicion.received().minus(suspicion.delay());
        Instant onset = known.minus(Duration.ofHours((long) chance.exponential(30)));
        ReportedProductKind kind = suspicion.product().kind();
        AdverseReactionReport report = AdverseReactionReport.newBuilder()
                .setReportId(suspicion.id())
                .setVersion(1)
                .setStatus(ReportStatus.NEW)
                .setReceiptTime(suspicion.received())
                .setKnownTime(known)
                .setSubmitTime(suspicion.received())
                .setOnsetTime(chance.happens(NO_ONSET) ? null : onset)
                .setProductKind(kind)
                .setOrigin(ReportOrigin.SPONTANEOUS)
                .setOrgId(suspicion.reporter().orgId())
                .setOrgKind(suspicion.reporter().kind())
                .setRegionCode(suspicion.reporter().region().code())
                .setLon(suspicion.reporter().region().lon())
                .setLat(suspicion.reporter().region().lat())
                .setCountry("CN")
                .setPatientKey(hashes.of(suspicion.id()))
                .setSeriousCodes(suspicion.grounds())
                .setOutcome(outcome(suspicion, chance))
                .setCausality(chance.one(List.of(Causality.PROBABLE, Causality.POSSIBLE, Causality.POSSIBLE)))
                .setProducts(List.of(product(suspicion, onset)))
                .setEvents(suspicion.reactions().stream()
                        .map(reaction -> reaction(suspicion.product(), reaction))
                        .toList())
                .build();
        String zone = suspicion.reporter().region().zone();
        report.setZoneCode(zone.isEmpty() ? null : zone);
        patient(report, kind, chance);
        return report;
    }

    private static void patient(AdverseReactionReport report, ReportedProductKind kind, Chance chance) {
        double male = kind == ReportedProductKind.COSMETIC ? MALE_OF_COSMETICS : MALE_OF_DRUGS;
        Sex sex = chance.happens(male) ? Sex.MALE : Sex.FEMALE;
        double age = age(kind, chance);
        report.setSex(chance.happens(NO_SEX) ? null : sex);
        report.setAgeYears(chance.happens(NO_AGE) ? null : Double.valueOf(age));
    }

    private static double age(ReportedProductKind kind, Chance chance) {
        if (kind == ReportedProductKind.COSMETIC) {
            return chance.between(18, 60);
        }
        double drawn = chance.uniform(0, 1);
        if (drawn < YOUNG) {
            return chance.between(0, 13);
        }
        return drawn < YOUNG + OLD ? chance.between(65, 92) : chance.between(14, 64);
    }

    private static ReactionOutcome outcome(Suspicion suspicion, Chance chance) {
        if (suspicion.isDeath()) {
            return ReactionOutcome.DEATH;
        }
        return chance.one(List.of(
                ReactionOutcome.RECOVERED,
                ReactionOutcome.IMPROVED,
                ReactionOutcome.IMPROVED,
                ReactionOutcome.NOT_RECOVERED));
    }

    private static ReportedProduct product(Suspicion suspicion, Instant onset) {
        Product product = suspicion.product();
        boolean device = product.kind() == ReportedProductKind.DEVICE;
        return ReportedProduct.newBuilder()
                .setRole(ProductRole.SUSPECT)
                .setApprovalNo(product.approvalNo())
                .setSubstance(product.name())
                .setForm(product.form())
                .setRoute(product.route())
                .setMahId(product.holder())
                .setBatchNo(suspicion.batch().isEmpty() ? null : suspicion.batch())
                .setUdiDi(device ? product.udiDi() : null)
                .setUdiPi(device && !suspicion.batch().isEmpty() ? "(10)" + suspicion.batch() : null)
                .setRiskClass(product.risk().isEmpty() ? null : product.risk())
                .setStart(onset.minus(Duration.ofHours(6)))
                .build();
    }

    private static ReportedReaction reaction(Product product, Reaction reaction) {
        return ReportedReaction.newBuilder()
                .setPt(reaction.term())
                .setSoc(reaction.organ())
                .setUnlisted(!product.lists(reaction))
                .setDeviceProblem(reaction.problem().isEmpty() ? null : reaction.problem())
                .build();
    }
}
