package io.zhiwei.models.measure.disproportionality.counting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * One version of a report, as far as counting needs it. The greatest version of a report holds; which of two that bear
 * the same number is greater does not depend on which came first.
 *
 * @param report identifier of the report, the same in all versions
 * @param version number of the version
 * @param nullified whether it takes the report back
 * @param received day on which this version was received
 * @param layers where it is compared with others, and for which products; margins are counted within each
 * @param events events, each once, ascending
 * @param unlisted those of the events that the package insert does not name
 * @param serious whether it is serious
 * @param fatal whether the patient died
 * @param patient keyed hash of the patient; empty where it is not known
 */
public record ReportVersion(
        String report,
        long version,
        boolean nullified,
        LocalDate received,
        List<Layer> layers,
        List<String> events,
        List<String> unlisted,
        boolean serious,
        boolean fatal,
        String patient) {

    /** From what a later version overrules to what it is. */
    static final Comparator<ReportVersion> RANK = Comparator.comparingLong(ReportVersion::version)
            .thenComparing(ReportVersion::nullified)
            .thenComparing(ReportVersion::received)
            .thenComparing(ReportVersion::content);

    /** Orders names and drops repetitions. */
    public ReportVersion {
        layers = List.copyOf(layers);
        events = distinct(events);
        unlisted = distinct(unlisted);
    }

    /**
     * Returns a version that is compared in one population and is not serious.
     *
     * @param products products that count
     */
    public static ReportVersion of(
            String report,
            long version,
            boolean nullified,
            LocalDate received,
            String population,
            List<String> products,
            List<String> events) {
        return new ReportVersion(
                report,
                version,
                nullified,
                received,
                List.of(new Layer(population, products)),
                events,
                List.of(),
                false,
                false,
                "");
    }

    private static List<String> distinct(List<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    private String content() {
        return "" + layers + events + unlisted + serious + fatal + patient;
    }
}
