package io.zhiwei.models.measure.report;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds reports of the same case. Only reports that share a block are compared: place, week and product, or hospital, year
 * of birth, sex and reaction, a medical record, or an identifier. A group holds reports each of which is suspected with every other.
 */
public final class DuplicateSearch {

    private final DuplicateModel model;
    private final double threshold;

    /**
     * Sets up a search.
     *
     * @param model what agreement says
     * @param threshold bits from which on two reports are suspected
     */
    public DuplicateSearch(DuplicateModel model, double threshold) {
        this.model = model;
        this.threshold = threshold;
    }

    /**
     * Reports of one case.
     *
     * @param master the report that is counted: the best documented
     * @param others the reports that are not, ascending
     */
    public record Group(String master, List<String> others) {}

    /** Two reports that may be the same case. */
    private record Suspicion(CaseDescription one, CaseDescription other, double bits) {}

    /** Returns the keys under which a report is looked for; two reports of one case share one of them, most times. */
    public static List<String> blocks(CaseDescription described) {
        List<String> blocks = new ArrayList<>();
        LocalDate onset = described.onset();
        if (described.province() != null && onset != null) {
            String week = onset.get(IsoFields.WEEK_BASED_YEAR) + "-" + onset.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            described
                    .products()
                    .forEach(product -> blocks.add("w|" + described.province() + "|" + week + "|" + product));
        }
        Integer age = described.age();
        if (described.hospital() != null && described.sex() != null && onset != null && age != null) {
            String person = described.hospital() + "|" + (onset.getYear() - age) + "|" + described.sex();
            described.events().forEach(event -> blocks.add("p|" + person + "|" + event));
        }
        if (described.hospital() != null && described.recordNo() != null) {
            blocks.add("r|" + described.hospital() + "|" + described.recordNo());
        }
        blocks.add("i|" + described.report());
        described.ids().forEach(id -> blocks.add("i|" + id));
        return blocks;
    }

    /** Returns whether two reports are suspected to be one case. */
    public boolean suspects(CaseDescription one, CaseDescription other) {
        return one.isCertainly(other) || model.score(one, other) >= threshold;
    }

    /** Returns the groups of more than one report; the order of the reports does not matter. */
    public List<Group> groups(Collection<CaseDescription> cases) {
        Map<String, List<CaseDescription>> groupOf = new HashMap<>();
        cases.forEach(described -> groupOf.put(described.report(), List.of(described)));
        for (Suspicion suspicion : suspicions(cases)) {
            List<CaseDescription> one = groupOf.getOrDefault(suspicion.one.report(), List.of());
            List<CaseDescription> other = groupOf.getOrDefault(suspicion.other.report(), List.of());
            if (one != other && one.stream().allMatch(mine -> other.stream().allMatch(its -> suspects(mine, its)))) {
                List<CaseDescription> joined = new ArrayList<>(one);
                joined.addAll(other);
                joined.forEach(described -> groupOf.put(described.report(), joined));
            }
        }
        return groupOf.values().stream()
                .distinct()
                .filter(group -> group.size() > 1)
                .map(DuplicateSearch::group)
                .sorted(Comparator.comparing(Group::master))
                .toList();
    }

    private List<Suspicion> suspicions(Collection<CaseDescription> cases) {
        Map<String, List<CaseDescription>> byBlock = new TreeMap<>();
        cases.stream()
                .sorted(Comparator.comparing(CaseDescription::report))
                .forEach(described -> new TreeSet<>(blocks(described))
                        .forEach(block -> byBlock.computeIfAbsent(block, key -> new ArrayList<>())
                                .add(described)));
        List<Suspicion> suspicions = new ArrayList<>();
        for (List<CaseDescription> block : byBlock.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int k = i + 1; k < block.size(); k++) {
                    compare(block.get(i), block.get(k), suspicions);
                }
            }
        }
        suspicions.sort(Comparator.comparingDouble((Suspicion suspicion) -> -suspicion.bits)
                .thenComparing(suspicion -> suspicion.one.report())
                .thenComparing(suspicion -> suspicion.other.report()));
        return suspicions;
    }

    private void compare(CaseDescription one, CaseDescription other, List<Suspicion> suspicions) {
        double bits = one.isCertainly(other) ? Double.POSITIVE_INFINITY : model.score(one, other);
        if (bits >= threshold) {
            suspicions.add(new Suspicion(one, other, bits));
        }
    }

    private static Group group(List<CaseDescription> cases) {
        List<String> sorted = cases.stream()
                .sorted(Comparator.comparingDouble((CaseDescription described) -> -described.completeness())
                        .thenComparing(CaseDescription::report))
                .map(CaseDescription::report)
                .toList();
        return new Group(
                sorted.get(0),
                sorted.subList(1, sorted.size()).stream().sorted().toList());
    }
}
