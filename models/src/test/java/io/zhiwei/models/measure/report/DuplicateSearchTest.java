package io.zhiwei.models.measure.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DuplicateSearchTest {

    private static final int CASES = 1_500;
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(5);
    private final List<CaseDescription> cases = new ArrayList<>();

    @BeforeEach
    void population() {
        for (int i = 0; i < CASES; i++) {
            cases.add(new CaseDescription(
                    "r" + i,
                    Set.of(),
                    "H" + random.nextInt(40),
                    "N" + i,
                    "P" + random.nextInt(10),
                    random.nextBoolean() ? "F" : "M",
                    random.nextInt(90),
                    START.plusDays(random.nextInt(365)),
                    Set.of("A" + skewed(200)),
                    Set.of("X" + skewed(100), "Y" + skewed(100)),
                    0.5));
        }
    }

    private int skewed(int names) {
        return (int) (names * Math.pow(random.nextDouble(), 3));
    }

    @Test
    void theThresholdFollowsFromTheNumberOfPairs() {
        assertThat(DuplicateModel.threshold(0.95, 2)).isCloseTo(Math.log(19) / Math.log(2), within(1e-12));
        assertThat(DuplicateModel.threshold(0.5, 1_025)).isCloseTo(10, within(1e-12));
    }

    @Test
    void findsReportsOfAnotherReporterWithATypingError() {
        // Given
        Map<String, String> copies = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            CaseDescription original = cases.get(i * 7);
            CaseDescription copy = retyped(original, "copy" + i, i % 3);
            copies.put(original.report(), copy.report());
            cases.add(copy);
        }

        // When
        List<DuplicateSearch.Group> groups = search().groups(cases);

        // Then
        Map<String, List<String>> found =
                groups.stream().collect(Collectors.toMap(DuplicateSearch.Group::master, DuplicateSearch.Group::others));
        long right = copies.entrySet().stream()
                .filter(entry -> found.getOrDefault(entry.getValue(), List.of()).contains(entry.getKey()))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(70);
        assertThat(groups.size() - right).isLessThanOrEqualTo(10);
    }

    /** One field differs; the copy is better documented. */
    private CaseDescription retyped(CaseDescription original, String report, int error) {
        LocalDate onset = original.onset();
        Integer age = original.age();
        return new CaseDescription(
                report,
                Set.of(),
                "Q" + report,
                null,
                original.province(),
                error == 2 ? null : original.sex(),
                error == 1 && age != null ? Integer.valueOf(age + 1) : age,
                error == 0 && onset != null
                        ? onset.plusDays(onset.getDayOfWeek().getValue() < 7 ? 1 : -1)
                        : onset,
                original.products(),
                original.events(),
                0.9);
    }

    @Test
    void anIdentifierOfTheOtherIsCertain() {
        CaseDescription one = cases.get(0);
        CaseDescription other = bare("x", Set.of("r0"));

        assertThat(search().suspects(one, other)).isTrue();
        assertThat(search().groups(List.of(one, other))).containsExactly(new DuplicateSearch.Group("r0", List.of("x")));
        assertThat(search().suspects(cases.get(1), other)).isFalse();
    }

    @Test
    void aGroupHoldsOnlyWhatIsSuspectedWithEveryOther() {
        CaseDescription one = bare("a", Set.of("k1"));
        CaseDescription between = bare("b", Set.of("k1", "k2"));
        CaseDescription other = bare("c", Set.of("k2"));

        assertThat(search().groups(List.of(one, between, other)))
                .containsExactly(new DuplicateSearch.Group("a", List.of("b")));
    }

    @Test
    void theOrderOfTheReportsDoesNotMatter() {
        for (int i = 0; i < 20; i++) {
            cases.add(retyped(cases.get(i), "copy" + i, i % 3));
        }
        List<DuplicateSearch.Group> groups = search().groups(cases);

        Collections.shuffle(cases, random);

        assertThat(search().groups(cases)).isEqualTo(groups).isNotEmpty();
    }

    private DuplicateSearch search() {
        double threshold = DuplicateModel.threshold(DuplicateModel.SUSPICION, cases.size() / 2.0 * cases.size());
        return new DuplicateSearch(new DuplicateModel(cases), threshold);
    }

    private static CaseDescription bare(String report, Set<String> ids) {
        return new CaseDescription(report, ids, null, null, null, null, null, null, Set.of(), Set.of(), 0);
    }
}
