package io.zhiwei.models.measure.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhiwei.models.measure.cluster.ClusterFinding.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRulesTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final String CHILLS = "G1";
    private static final String SKIN = "G3";

    private final BatchRules rules = new BatchRules(ClusterLimits.USUAL);

    @Test
    void threeSimilarCasesOfTwoHospitalsWithinAWeekAreACluster() {
        List<SuspectedCase> cases =
                List.of(mild("1", 0, "H1", CHILLS), mild("2", 3, "H2", CHILLS, SKIN), mild("3", 6.9, "H1", CHILLS));

        ClusterFinding finding = rules.ofBatch(cases).get(0);

        assertThat(finding.rule()).isEqualTo(Rule.SIMILAR_WITH_BATCH);
        assertThat(finding.severity()).isEqualTo(3);
        assertThat(finding.reports()).containsExactly("1", "2", "3");
        assertThat(finding.note()).isEqualTo(CHILLS);
    }

    @Test
    void aDayMoreOneHospitalOrOtherReactionsAreNone() {
        assertThat(rules.ofBatch(
                        List.of(mild("1", 0, "H1", CHILLS), mild("2", 3, "H2", CHILLS), mild("3", 7, "H1", CHILLS))))
                .isEmpty();
        assertThat(rules.ofBatch(
                        List.of(mild("1", 0, "H1", CHILLS), mild("2", 3, "H1", CHILLS), mild("3", 5, "H1", CHILLS))))
                .isEmpty();
        assertThat(rules.ofBatch(
                        List.of(mild("1", 0, "H1", CHILLS), mild("2", 3, "H2", CHILLS), mild("3", 5, "H3", SKIN))))
                .isEmpty();
    }

    @Test
    void fiveWithinAMonthAreAClusterToo() {
        List<SuspectedCase> cases = IntStream.range(0, 5)
                .mapToObj(i -> mild("r" + i, 7.2 * i, "H" + i % 2, SKIN))
                .toList();

        assertThat(rules.ofBatch(cases))
                .singleElement()
                .satisfies(finding -> assertThat(finding.value()).isEqualTo(5));
        assertThat(rules.ofBatch(cases.subList(0, 4))).isEmpty();
    }

    @Test
    void aReportThatIsGivenTwiceCountsOnce() {
        SuspectedCase one = mild("1", 0, "H1", CHILLS);

        assertThat(rules.ofBatch(List.of(one, one, mild("2", 1, "H2", CHILLS)))).isEmpty();
    }

    @Test
    void twoSeriousWithinAWeekOrThreeWithinAMonth() {
        assertThat(rulesOf(List.of(serious("1", 0), serious("2", 6)))).containsExactly(Rule.SERIOUS_WITH_BATCH);
        assertThat(rulesOf(List.of(serious("1", 0), serious("2", 8)))).isEmpty();
        assertThat(rulesOf(List.of(serious("1", 0), serious("2", 10), serious("3", 20))))
                .containsExactly(Rule.SERIOUS_WITH_BATCH);
    }

    @Test
    void aDeathWithASimilarCaseIsRed() {
        List<SuspectedCase> cases = List.of(mild("1", 0, "H1", CHILLS), dead("2", 29, CHILLS));

        assertThat(rules.ofBatch(cases)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DEATH_WITH_BATCH);
            assertThat(finding.severity()).isEqualTo(4);
            assertThat(finding.reports()).containsExactly("1", "2");
        });
        assertThat(rulesOf(List.of(mild("1", 0, "H1", CHILLS), dead("2", 31, CHILLS))))
                .isEmpty();
        assertThat(rulesOf(List.of(mild("1", 0, "H1", SKIN), dead("2", 3, CHILLS))))
                .isEmpty();
        assertThat(rulesOf(List.of(dead("1", 0, SKIN), dead("2", 300, CHILLS)))).contains(Rule.DEATH_WITH_BATCH);
    }

    @ParameterizedTest
    @CsvSource({"9, ", "10, IV", "20, III", "30, II", "50, I"})
    void personsMakeTheGradeOfAnIncident(int persons, String grade) {
        List<SuspectedCase> cases = IntStream.range(0, persons)
                .mapToObj(i -> suspected("r" + i, 40.0 * i, "H1", "A1", Set.of(CHILLS), true, false, false))
                .toList();

        List<String> grades = rules.ofBatch(cases).stream()
                .filter(finding -> finding.rule() == Rule.INCIDENT)
                .map(ClusterFinding::note)
                .toList();

        assertThat(grades).isEqualTo(grade == null ? List.of() : List.of(grade));
    }

    @Test
    void manyCasesOfAKnownReactionAreNoIncident() {
        List<SuspectedCase> cases = IntStream.range(0, 60)
                .mapToObj(i -> mild("r" + i, 40.0 * i, "H1", SKIN))
                .toList();

        assertThat(rulesOf(cases)).isEmpty();
    }

    @Test
    void comparesABatchWithItsUse() {
        List<SuspectedCase> cases = IntStream.range(0, 4)
                .mapToObj(i -> mild("r" + i, i, "H1", SKIN))
                .toList();

        // P(X ≥ 4; 0.2) = 0.0000568, P(X ≥ 4; 0.3) = 0.000266
        assertThat(rules.againstExpected(cases, 0.2)).isPresent();
        assertThat(rules.againstExpected(cases, 0.3)).isEmpty();
        assertThat(rules.againstExpected(cases.subList(0, 2), 0.0001)).isEmpty();
    }

    @Test
    void comparesABatchWithItsShare() {
        List<SuspectedCase> cases = IntStream.range(0, 6)
                .mapToObj(i -> mild("r" + i, i, "H1", SKIN))
                .toList();

        assertThat(rules.againstShare(cases, 40, 0.03)).isPresent();
        assertThat(rules.againstShare(cases.subList(0, 4), 12, 0.05)).isPresent();
        assertThat(rules.againstShare(cases.subList(0, 3), 100, 0.02)).isEmpty();
    }

    @Test
    void threeChillsInOneWardWithinADayPointAtTheInfusion() {
        List<SuspectedCase> cases =
                List.of(mild("1", 0, "H1", CHILLS), mild("2", 0.5, "H1", CHILLS), mild("3", 0.99, "H1", CHILLS));

        assertThat(rules.ofPlace(cases, CHILLS)).isPresent();
        assertThat(rules.ofPlace(cases, SKIN)).isEmpty();
        assertThat(rules.ofPlace(List.of(cases.get(0), cases.get(1), mild("3", 1, "H1", CHILLS)), CHILLS))
                .isEmpty();
    }

    @Test
    void oneFaultMayBeInAdjacentBatches() {
        SuspectedCase one = ofBatch("1", 0, "H1", "A260101");
        SuspectedCase next = ofBatch("2", 1, "H2", "A260103");
        SuspectedCase last = ofBatch("3", 2, "H3", "A260105");
        SuspectedCase far = ofBatch("3", 2, "H3", "A260109");

        assertThat(rules.ofAdjacentBatches(List.of(one, next, last)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.ADJACENT_BATCHES));
        assertThat(rules.ofAdjacentBatches(List.of(one, next, far))).isEmpty();
    }

    @Test
    void theOrderOfTheCasesDoesNotMatter() {
        Random random = new Random(11);
        List<SuspectedCase> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cases.add(suspected(
                    "r" + i,
                    random.nextInt(60),
                    "H" + random.nextInt(4),
                    "A26010" + random.nextInt(3),
                    Set.of(random.nextBoolean() ? CHILLS : SKIN),
                    random.nextBoolean(),
                    random.nextInt(5) == 0,
                    random.nextInt(20) == 0));
        }
        List<ClusterFinding> findings = rules.ofBatch(cases);
        List<ClusterFinding> adjacent = rules.ofAdjacentBatches(cases);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(cases, random);
            assertThat(rules.ofBatch(cases)).isEqualTo(findings).isNotEmpty();
            assertThat(rules.ofAdjacentBatches(cases)).isEqualTo(adjacent);
        }
    }

    private List<Rule> rulesOf(List<SuspectedCase> cases) {
        return rules.ofBatch(cases).stream().map(ClusterFinding::rule).toList();
    }

    private static SuspectedCase mild(String report, double day, String institution, String... groups) {
        return suspected(report, day, institution, "A1", Set.of(groups), false, false, false);
    }

    private static SuspectedCase ofBatch(String report, double day, String institution, String batch) {
        return suspected(report, day, institution, batch, Set.of(CHILLS), false, false, false);
    }

    private static SuspectedCase serious(String report, double day) {
        return suspected(report, day, "H1", "A1", Set.of(CHILLS), false, true, false);
    }

    private static SuspectedCase dead(String report, double day, String group) {
        return suspected(report, day, "H1", "A1", Set.of(group), false, true, true);
    }

    private static SuspectedCase suspected(
            String report,
            double day,
            String institution,
            String batch,
            Set<String> groups,
            boolean unexpected,
            boolean serious,
            boolean death) {
        return new SuspectedCase(
                report,
                START.plus(Duration.ofMinutes(Math.round(day * 1_440))),
                "maker",
                "product",
                batch,
                (LocalDate) null,
                institution,
                groups,
                unexpected,
                serious,
                false,
                death);
    }
}
