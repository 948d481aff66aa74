package io.zhiwei.models.measure.cluster;

import io.zhiwei.models.measure.cluster.ClusterFinding.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rules for clusters of one batch, one institution, or adjacent batches. They read all cases at hand, in any order, and
 * a report that is given twice counts once.
 */
public final class BatchRules {

    private static final int ORANGE = 3;
    private static final int YELLOW = 2;
    private static final int RED = 4;

    private final ClusterLimits limits;

    /** Takes limits. */
    public BatchRules(ClusterLimits limits) {
        this.limits = limits;
    }

    /** Returns which of the rules that need no expectation the cases of one batch fulfil. */
    public List<ClusterFinding> ofBatch(Collection<SuspectedCase> cases) {
        List<SuspectedCase> sorted = sorted(cases);
        List<ClusterFinding> findings = new ArrayList<>();
        similar(sorted, Rule.SIMILAR_WITH_BATCH, ORANGE).ifPresent(findings::add);
        serious(sorted).ifPresent(findings::add);
        deaths(sorted).ifPresent(findings::add);
        incident(sorted).ifPresent(findings::add);
        return findings;
    }

    /** B1: enough similar cases in either window, in several institutions. */
    private Optional<ClusterFinding> similar(List<SuspectedCase> sorted, Rule rule, int severity) {
        ClusterFinding largest = null;
        for (String group : groups(sorted)) {
            List<SuspectedCase> similar = sorted.stream()
                    .filter(suspected -> suspected.groups().contains(group))
                    .toList();
            List<SuspectedCase> crowd = crowd(similar, limits.similarInShort(), limits.similarInLong(), this::isSpread);
            if (!crowd.isEmpty()
                    && (largest == null || crowd.size() > largest.reports().size())) {
                largest = finding(rule, severity, crowd, group);
            }
        }
        return Optional.ofNullable(largest);
    }

    private static SortedSet<String> groups(List<SuspectedCase> cases) {
        TreeSet<String> groups = new TreeSet<>();
        cases.forEach(suspected -> groups.addAll(suspected.groups()));
        return groups;
    }

    private boolean isSpread(List<SuspectedCase> cases) {
        return cases.stream().map(SuspectedCase::institution).distinct().count() >= limits.institutions();
    }

    /** The longer window first: it shows more of the cluster. */
    private List<SuspectedCase> crowd(
            List<SuspectedCase> cases, int inShort, int inLong, Predicate<List<SuspectedCase>> condition) {
        List<SuspectedCase> crowd = CaseWindow.fullest(
                cases, limits.longWindow(), window -> window.size() >= inLong && condition.test(window));
        return crowd.isEmpty()
                ? CaseWindow.fullest(
                        cases, limits.shortWindow(), window -> window.size() >= inShort && condition.test(window))
                : crowd;
    }

    /** B2. */
    private Optional<ClusterFinding> serious(List<SuspectedCase> sorted) {
        List<SuspectedCase> serious =
                sorted.stream().filter(SuspectedCase::serious).toList();
        List<SuspectedCase> crowd = crowd(serious, limits.seriousInShort(), limits.seriousInLong(), window -> true);
        return crowd.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        Rule.SERIOUS_WITH_BATCH, ORANGE, crowd, crowd.get(0).batch()));
    }

    /** B3: several deaths whenever they were, or one with a similar case near it in time. */
    private Optional<ClusterFinding> deaths(List<SuspectedCase> sorted) {
        List<SuspectedCase> dead = sorted.stream().filter(SuspectedCase::death).toList();
        if (dead.size() >= limits.deaths()) {
            return Optional.of(
                    finding(Rule.DEATH_WITH_BATCH, RED, dead, dead.get(0).batch()));
        }
        return dead.stream()
                .map(death -> around(death, sorted))
                .filter(cases -> cases.size() > 1)
                .findFirst()
                .map(cases ->
                        finding(Rule.DEATH_WITH_BATCH, RED, cases, cases.get(0).batch()));
    }

    private List<SuspectedCase> around(SuspectedCase death, List<SuspectedCase> sorted) {
        return sorted.stream()
                .filter(other -> other.equals(death) || (other.isSimilarTo(death) && isNear(death, other)))
                .toList();
    }

    private boolean isNear(SuspectedCase one, SuspectedCase other) {
        return Duration.between(one.time(), other.time()).abs().compareTo(limits.longWindow()) < 0;
    }

    /** B7. */
    private static Optional<ClusterFinding> incident(List<SuspectedCase> sorted) {
        List<SuspectedCase> unexpected =
                sorted.stream().filter(SuspectedCase::unexpected).toList();
        return IncidentGrade.of(unexpected).map(grade -> finding(Rule.INCIDENT, RED, unexpected, grade.name()));
    }

    /**
     * B4: more reports of a batch than its use explains.
     *
     * @param cases cases of the batch in a window
     * @param expected reports that packs sold, or the batch's share in the product's reports, let expect in that window
     */
    public Optional<ClusterFinding> againstExpected(Collection<SuspectedCase> cases, double expected) {
        List<SuspectedCase> sorted = sorted(cases);
        double p = CountTails.poisson(sorted.size(), expected);
        boolean stands = sorted.size() >= limits.leastCases() && p < limits.unlikely();
        int severity = sorted.stream().anyMatch(SuspectedCase::serious) ? ORANGE : YELLOW;
        return stands
                ? Optional.of(finding(
                        Rule.MORE_THAN_EXPECTED,
                        severity,
                        p,
                        sorted,
                        sorted.get(0).batch()))
                : Optional.empty();
    }

    /**
     * B5: a larger share of the product's reports than is usual for the batch.
     *
     * @param cases cases of the batch in a window
     * @param reports reports of the product in that window
     * @param share share that is usual for the batch, 0 to 1
     */
    public Optional<ClusterFinding> againstShare(Collection<SuspectedCase> cases, int reports, double share) {
        List<SuspectedCase> sorted = sorted(cases);
        double p = CountTails.binomial(sorted.size(), reports, share);
        boolean stands = sorted.size() >= limits.leastCases() && p < limits.unlikelyShare();
        return stands
                ? Optional.of(finding(
                        Rule.LARGE_SHARE, YELLOW, p, sorted, sorted.get(0).batch()))
                : Optional.empty();
    }

    /**
     * B6: one institution, one drug, within a day. Look at the companion device too.
     *
     * @param cases cases of one institution and one drug, whatever the batch
     * @param group group of reactions that infusions cause
     */
    public Optional<ClusterFinding> ofPlace(Collection<SuspectedCase> cases, String group) {
        List<SuspectedCase> similar = sorted(cases).stream()
                .filter(suspected -> suspected.groups().contains(group))
                .toList();
        List<SuspectedCase> crowd =
                CaseWindow.fullest(similar, limits.placeWindow(), window -> window.size() >= limits.inPlace());
        return crowd.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        Rule.ONE_PLACE_ONE_DAY, ORANGE, crowd, crowd.get(0).institution()));
    }

    /**
     * B8: like B1 over each set of adjacent batches of which none fulfils B1 itself.
     *
     * @param cases cases of one maker and product
     */
    public List<ClusterFinding> ofAdjacentBatches(Collection<SuspectedCase> cases) {
        TreeMap<String, List<SuspectedCase>> byBatch = new TreeMap<>();
        for (SuspectedCase suspected : sorted(cases)) {
            if (!suspected.batch().isEmpty()) {
                byBatch.computeIfAbsent(suspected.batch(), batch -> new ArrayList<>())
                        .add(suspected);
            }
        }
        List<ClusterFinding> findings = new ArrayList<>();
        for (List<List<SuspectedCase>> neighbours : AdjacentBatches.of(byBatch.values(), limits)) {
            boolean alone = neighbours.stream()
                    .noneMatch(batch ->
                            similar(batch, Rule.SIMILAR_WITH_BATCH, ORANGE).isPresent());
            if (neighbours.size() > 1 && alone) {
                List<SuspectedCase> together =
                        sorted(neighbours.stream().flatMap(List::stream).toList());
                similar(together, Rule.ADJACENT_BATCHES, YELLOW).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A report counts once, whatever it names. */
    private static List<SuspectedCase> sorted(Collection<SuspectedCase> cases) {
        TreeMap<String, SuspectedCase> byReport = new TreeMap<>();
        cases.stream()
                .sorted(CaseWindow.BY_TIME)
                .forEach(suspected -> byReport.putIfAbsent(suspected.report(), suspected));
        return byReport.values().stream().sorted(CaseWindow.BY_TIME).toList();
    }

    private static ClusterFinding finding(Rule rule, int severity, List<SuspectedCase> cases, String note) {
        return finding(rule, severity, cases.size(), cases, note);
    }

    private static ClusterFinding finding(
            Rule rule, int severity, double value, List<SuspectedCase> cases, String note) {
        return new ClusterFinding(
                rule,
                severity,
                value,
                note,
                cases.stream().map(SuspectedCase::report).toList());
    }
}
