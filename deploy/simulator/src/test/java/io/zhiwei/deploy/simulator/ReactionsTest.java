package io.zhiwei.deploy.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.deploy.simulator.reaction.Reactions;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.RegistryRecord;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProductKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Half a year of reports of a tenth of the province. */
class ReactionsTest {

    private static final Settings SETTINGS = Settings.of(180, 3, 0.1);
    private static final List<Happening> HAPPENINGS = new ArrayList<>();
    private static final List<RegistryRecord> RECORDS = new ArrayList<>();
    private static final List<SchemeTruth> TRUTH = live();

    private static List<SchemeTruth> live() {
        Reactions reactions = new Reactions(SETTINGS);
        Outbox outbox = new Outbox();
        reactions.begin(outbox);
        TruthLog truth = new TruthLog();
        for (int day = 0; day < SETTINGS.days(); day++) {
            outbox.beginDay(SETTINGS.midnight(day));
            reactions.live(day, outbox);
        }
        while (!outbox.isEmpty()) {
            Happening happening = outbox.take();
            truth.note(happening);
            if (happening.record() instanceof RegistryRecord record) {
                RECORDS.add(record);
            } else {
                HAPPENINGS.add(happening);
            }
        }
        return truth.schemes(reactions.plans());
    }

    private static List<AdverseReactionReport> reports(Predicate<Happening> wanted) {
        return HAPPENINGS.stream()
                .filter(wanted)
                .map(happening -> (AdverseReactionReport) happening.record())
                .toList();
    }

    private static double share(List<AdverseReactionReport> of, Predicate<AdverseReactionReport> wanted) {
        return of.stream().filter(wanted).count() / (double) of.size();
    }

    @Test
    void hasTheBaseRatesOfTheAnnualReports() {
        List<AdverseReactionReport> first = reports(
                        happening -> happening.mark().equals(Mark.ORDINARY))
                .stream()
                .filter(report -> report.getVersion() == 1)
                .toList();
        Map<ReportedProductKind, Long> kinds =
                first.stream().collect(groupingBy(AdverseReactionReport::getProductKind, counting()));

        double halfAYear = 180 / 365.0 * 58.3 * 0.1;
        assertThat(kinds.getOrDefault(ReportedProductKind.DRUG, 0L) / halfAYear).isBetween(1_600.0, 2_100.0);
        assertThat(kinds.getOrDefault(ReportedProductKind.DEVICE, 0L) / halfAYear)
                .isBetween(580.0, 780.0);
        assertThat(kinds.getOrDefault(ReportedProductKind.COSMETIC, 0L) / halfAYear)
                .isBetween(110.0, 170.0);
        assertThat(share(first, report -> report.getProducts().get(0).getBatchNo() == null))
                .isBetween(0.05, 0.1);
    }

    @Test
    void followUpsAndNullificationsComeAfterTheirReport() {
        List<AdverseReactionReport> all = reports(happening -> true);
        Map<String, AdverseReactionReport> first = new java.util.HashMap<>();
        for (AdverseReactionReport report : all) {
            AdverseReactionReport before = first.putIfAbsent(report.getReportId(), report);
            assertThat(before == null ? report.getVersion() : before.getVersion())
                    .isEqualTo(1);
        }

        assertThat(share(all, report -> report.getStatus() == ReportStatus.AMEND))
                .isBetween(0.07, 0.14);
        assertThat(share(all, report -> report.getStatus() == ReportStatus.NULLIFY))
                .isBetween(0.015, 0.04);
    }

    @Test
    void theOthersAreInTimeAsOftenAsTheLawFound() {
        List<AdverseReactionReport> others = reports(
                        happening -> happening.mark().equals(Mark.ORDINARY))
                .stream()
                .filter(report -> report.getVersion() == 1)
                .filter(report -> report.getSeriousCodes().isEmpty())
                .toList();

        assertThat(share(others, ReactionsTest::isWithinThirtyDays)).isBetween(0.8, 0.86);
    }

    private static boolean isWithinThirtyDays(AdverseReactionReport report) {
        return Duration.between(Objects.requireNonNull(report.getKnownTime()), report.getReceiptTime())
                        .toDays()
                < 30;
    }

    @Test
    void everyHarmHappensAndHasCasesEnough() {
        Set<String> kinds = TRUTH.stream().map(SchemeTruth::kind).collect(toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "AW-01", "AW-05", "AW-06", "AW-07", "AW-08", "AW-09", "AW-12", "AW-13", "AW-21", "AW-25",
                        "AW-26", "AW-27", "AW-29B");
        assertThat(TRUTH.stream().filter(scheme -> scheme.kind().equals("AW-13")))
                .isNotEmpty()
                .allSatisfy(scheme -> assertThat(scheme.eventIds()).hasSizeGreaterThanOrEqualTo(12));
    }

    @Test
    void casesOfABatchAreSpreadOverHospitalsAndFewDays() {
        SchemeTruth scheme = TRUTH.stream()
                .filter(one -> one.kind().equals("AW-07"))
                .findFirst()
                .orElseThrow();
        List<AdverseReactionReport> cases = reports(
                        happening -> scheme.eventIds().contains(happening.id()))
                .stream()
                .filter(report -> report.getStatus() == ReportStatus.NEW)
                .toList();

        assertThat(cases.stream().map(AdverseReactionReport::getOrgId).distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(cases.stream()
                        .map(report -> report.getProducts().get(0).getBatchNo())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theRegistersKnowASuspectBatchBeforeItsFirstReport() {
        SchemeTruth scheme = TRUTH.stream()
                .filter(one -> one.kind().equals("AW-29B"))
                .findFirst()
                .orElseThrow();
        AdverseReactionReport first =
                reports(happening -> scheme.eventIds().contains(happening.id())).get(0);
        String key = first.getProducts().get(0).getApprovalNo() + "|"
                + first.getProducts().get(0).getBatchNo();

        assertThat(RECORDS)
                .filteredOn(record -> record.getKey().equals(key))
                .singleElement()
                .satisfies(record -> assertThat(record.getKind()).isEqualTo("batch-finding"))
                .satisfies(record -> assertThat(Objects.requireNonNull(record.getValidFrom()))
                        .isBefore(scheme.firstTime()));
    }

    @Test
    void lookAlikesOccurAndBelongToNoScheme() {
        assertThat(HAPPENINGS.stream()
                        .map(happening -> happening.mark().lookAlike())
                        .collect(toSet()))
                .contains("AR-CAMPAIGN", "AR-NEWS", "AR-DUPLICATE");
    }
}
