package io.zhiwei.jobs.signal;

import io.zhiwei.jobs.stream.EventTimeBounds;
import io.zhiwei.models.measure.disproportionality.counting.ReportVersion;
import io.zhiwei.models.measure.report.Causality;
import io.zhiwei.models.measure.report.CountingRules;
import io.zhiwei.models.measure.report.CountingRules.Origin;
import io.zhiwei.models.measure.report.Regime;
import io.zhiwei.schemas.AdverseReactionReport;
import io.zhiwei.schemas.DeadLetterReason;
import io.zhiwei.schemas.ProductRole;
import io.zhiwei.schemas.ReactionOutcome;
import io.zhiwei.schemas.RefusedMessageException;
import io.zhiwei.schemas.ReportOrigin;
import io.zhiwei.schemas.ReportStatus;
import io.zhiwei.schemas.ReportedProduct;
import io.zhiwei.schemas.ReportedProductKind;
import io.zhiwei.schemas.ReportedReaction;
import io.zhiwei.schemas.Seriousness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a report what is counted: its suspected products by generic name, by number where there is none, and its
 * reactions by preferred term.
 */
final class ReportReader {

    /** Pairs of one report at most; more are a mistake of the source or an attack on the counts. */
    static final int MOST_PAIRS = 2_000;

    /** Characters of a name at most. */
    static final int LONGEST_NAME = 500;

    private static final double OLDEST = 130;

    private ReportReader() {}

    /**
     * Returns the version; one that is not counted, as of a vaccine, names no products.
     *
     * @param now processing time, against which a receipt in the future is refused
     */
    static ReportVersion read(AdverseReactionReport report, long now) throws RefusedMessageException {
        checkIdentity(report, now);
        checkAge(report.getAgeYears());
        Optional<String> population = population(report);
        Set<String> products = population.isEmpty() ? Set.of() : products(report);
        Set<String> events = events(report);
        if ((long) products.size() * events.size() > MOST_PAIRS) {
            throw new RefusedMessageException(
                    DeadLetterReason.TOO_LARGE,
                    "Report " + report.getReportId() + " pairs " + products.size() + " suspected products with "
                            + events.size() + " events, at most " + MOST_PAIRS
                            + " pairs are taken: mark what was only taken along as CONCOMITANT");
        }
        boolean fatal =
                report.getSeriousCodes().contains(Seriousness.DEATH) || report.getOutcome() == ReactionOutcome.DEATH;
        return new ReportVersion(
                report.getReportId(),
                report.getVersion(),
                report.getStatus() == ReportStatus.NULLIFY,
                Epochs.day(report.getReceiptTime().toEpochMilli()),
                population
                        .map(whole -> ReportLayers.of(report, whole, products))
                        .orElse(List.of()),
                events.stream().toList(),
                unlisted(report),
                fatal || !report.getSeriousCodes().isEmpty(),
                fatal,
                report.getPatientKey() == null ? "" : report.getPatientKey());
    }

    private static List<String> unlisted(AdverseReactionReport report) {
        return report.getEvents().stream()
                .filter(reaction -> Boolean.TRUE.equals(reaction.getUnlisted()))
                .map(reaction -> reaction.getPt().strip())
                .toList();
    }

    private static void checkIdentity(AdverseReactionReport report, long now) throws RefusedMessageException {
        name("reportId", report.getReportId());
        if (report.getVersion() < 0) {
            throw new RefusedMessageException(
                    DeadLetterReason.MALFORMED,
                    "version of report " + report.getReportId() + " is " + report.getVersion()
                            + ": number versions from 0 or 1 upwards");
        }
        Instant received = report.getReceiptTime();
        if (!EventTimeBounds.contain(received.toEpochMilli(), now)) {
            throw new RefusedMessageException(
                    DeadLetterReason.INVALID_TIME,
                    "receiptTime of report " + report.getReportId() + " is " + received + ", expected "
                            + EventTimeBounds.EARLIEST + " to " + EventTimeBounds.AHEAD.toDays()
                            + " days from now: give milliseconds since 1970 and check the source's clock");
        }
    }

    private static void checkAge(@Nullable Double years) throws RefusedMessageException {
        if (years != null && !(years >= 0 && years <= OLDEST)) {
            throw new RefusedMessageException(
                    DeadLetterReason.MALFORMED,
                    "ageYears is " + years + ", expected 0 to " + (int) OLDEST + ": leave it out where it is unknown");
        }
    }

    private static Optional<String> population(AdverseReactionReport report) {
        Regime regime = regime(report.getProductKind());
        return regime == null
                ? Optional.empty()
                : CountingRules.population(
                        regime,
                        origin(report.getOrigin()),
                        causality(report.getCausality()),
                        causality(report.getCentreCausality()));
    }

    private static @Nullable Regime regime(@Nullable ReportedProductKind kind) {
        return kind == null || kind == ReportedProductKind.UNKNOWN ? null : Regime.valueOf(kind.name());
    }

    private static Origin origin(@Nullable ReportOrigin origin) {
        if (origin == null) {
            return Origin.SPONTANEOUS;
        }
        return switch (origin) {
            case UNKNOWN, SPONTANEOUS, LITERATURE -> Origin.SPONTANEOUS;
            case STUDY -> Origin.STUDY;
            case OVERSEAS -> Origin.OVERSEAS;
        };
    }

    private static @Nullable Causality causality(io.zhiwei.schemas.@Nullable Causality assessed) {
        return assessed == null || assessed == io.zhiwei.schemas.Causality.UNKNOWN
                ? null
                : Causality.valueOf(assessed.name());
    }

    private static Set<String> products(AdverseReactionReport report) throws RefusedMessageException {
        Set<String> names = new TreeSet<>();
        for (ReportedProduct product : report.getProducts()) {
            String name = product.getSubstance() == null ? product.getApprovalNo() : product.getSubstance();
            if (product.getRole() != ProductRole.CONCOMITANT && name != null && !name.isBlank()) {
                names.add(name("product", name));
            }
        }
        return names;
    }

    private static Set<String> events(AdverseReactionReport report) throws RefusedMessageException {
        Set<String> names = new TreeSet<>();
        for (ReportedReaction reaction : report.getEvents()) {
            names.add(name("events.pt", reaction.getPt()));
        }
        return names;
    }

    private static String name(String field, String written) throws RefusedMessageException {
        String name = written.strip();
        if (name.isEmpty()) {
            throw new RefusedMessageException(
                    DeadLetterReason.MISSING_FIELD, field + " is empty: leave out what has no name");
        }
        if (name.length() > LONGEST_NAME) {
            throw new RefusedMessageException(
                    DeadLetterReason.TOO_LARGE,
                    field + " has " + name.length() + " characters, at most " + LONGEST_NAME
                            + " are taken: put descriptions into the narrative");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedMessageException(
                    DeadLetterReason.INVALID_TEXT, field + " contains control characters: send plain text");
        }
        return name;
    }
}
