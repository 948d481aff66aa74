package io.zhiwei.jobs.signal;

import io.zhiwei.models.measure.disproportionality.counting.Layer;
import io.zhiwei.models.measure.disproportionality.counting.Populations;
import io.zhiwei.models.measure.report.Regime;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.ReportedProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a report is compared with others: in its whole population and a stratum of it, among the reports about patients who
 * need care of their own, of drugs and devices among the reports with the same product by maker or model, and of drugs for
 * each two that are suspected together.
 */
final class ReportLayers {

    /** The population in which products are counted two by two. */
    static final String TOGETHER_WHOLE = Regime.DRUG.name();

    private static final double CHILD_BELOW = 14;
    private static final double OLD_FROM = 65;

    /** Suspected drugs beyond which a report says little about any two of them. */
    private static final int MOST_TOGETHER = 10;

    private ReportLayers() {}

    /**
     * Returns the layers, the whole population first.
     *
     * @param population the whole population
     * @param products names of the products that count
     */
    static List<Layer> of(AdverseReactionReport report, String population, Set<String> products) {
        List<String> names = List.copyOf(products);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(population, names));
        layers.add(new Layer(Strata.of(population, report.getAgeYears(), report.getSex()), names));
        groups(report).forEach(group -> layers.add(new Layer(Populations.group(population, group), names)));
        if (population.equals(Regime.DRUG.name()) || population.equals(Regime.DEVICE.name())) {
            within(report, population.equals(Regime.DEVICE.name()))
                    .forEach((product, makers) ->
                            layers.add(new Layer(Populations.within(population, product), List.copyOf(makers))));
        }
        if (population.equals(TOGETHER_WHOLE) && names.size() > 1 && names.size() <= MOST_TOGETHER) {
            layers.add(new Layer(Populations.together(population), together(names)));
        }
        return layers;
    }

    private static List<String> together(List<String> names) {
        List<String> both = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                both.add(Populations.both(names.get(i), names.get(j)));
            }
        }
        return both;
    }

    private static List<String> groups(AdverseReactionReport report) {
        List<String> groups = new ArrayList<>();
        Double years = report.getAgeYears();
        if (years != null && years < CHILD_BELOW) {
            groups.add("CHILD");
        }
        if (years != null && years >= OLD_FROM) {
            groups.add("OLD");
        }
        if (Boolean.TRUE.equals(report.getPregnant())) {
            groups.add("PREGNANT");
        }
        return groups;
    }

    /** Drugs of one generic name differ by maker, devices of one family by registration. */
    private static Map<String, Set<String>> within(AdverseReactionReport report, boolean byNumber) {
        Map<String, Set<String>> within = new TreeMap<>();
        for (ReportedProduct product : report.getProducts()) {
            String name = product.getSubstance();
            String maker = byNumber ? product.getApprovalNo() : product.getMahId();
            if (product.getRole() != ProductRole.CONCOMITANT && isNamed(name) && isNamed(maker)) {
                within.computeIfAbsent(name.strip(), none -> new TreeSet<>()).add(maker.strip());
            }
        }
        return within;
    }

    private static boolean isNamed(@org.jspecify.annotations.Nullable String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= ReportReader.LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }
}
