package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.schemas.ReportedProductKind;
import java.util.List;

/** The kinds of harm that stand behind some reports: what a model should find. */
enum Harm {
    /** A reaction that the insert does not name, serious, of one generic name. */
    NEW_REACTION("AW-01", ReportedProductKind.DRUG, 40, 9, 20, List.of("血小板减少", "急性肾损伤", "抽搐")),
    /** A batch with pyrogens. */
    BAD_BATCH("AW-07", ReportedProductKind.DRUG, 6, 5, 9, List.of("寒战", "发热")),
    /** A batch after which patients are in danger. */
    DANGEROUS_BATCH("AW-08", ReportedProductKind.DRUG, 5, 3, 5, List.of("过敏样反应")),
    /** A batch after which a patient dies and others have the same. */
    DEADLY_BATCH("AW-09", ReportedProductKind.DRUG, 9, 3, 4, List.of("过敏性休克")),
    /** One ward, one drug, one day, whatever the batch. */
    ONE_WARD("AW-12", ReportedProductKind.DRUG, 1, 4, 6, List.of("寒战")),
    /** Ten and more persons. */
    GROUP_EVENT("AW-13", ReportedProductKind.DRUG, 12, 12, 24, List.of("过敏样反应")),
    /** A unit that reports when the time is over. */
    LATE_UNIT("AW-21", ReportedProductKind.DRUG, 60, 26, 32, List.of()),
    /** A device of one batch that fails. */
    DEVICE_FAULT("AW-25", ReportedProductKind.DEVICE, 6, 4, 8, List.of("漏液", "断裂")),
    /** A steroid in a cream that names none. */
    STEROID_CREAM("AW-26", ReportedProductKind.COSMETIC, 12, 4, 9, List.of("激素依赖性皮炎")),
    /** A cosmetic for children that harms. */
    CHILD_COSMETIC("AW-27", ReportedProductKind.COSMETIC, 6, 2, 4, List.of("接触性皮炎")),
    /** A batch that inspectors found among drugs bought back from patients before the first day; the registers say so. */
    SUSPECT_BATCH("AW-29B", ReportedProductKind.DRUG, 40, 2, 3, List.of("头晕", "恶心"));

    private final String indicator;
    private final ReportedProductKind kind;
    private final int days;
    private final int least;
    private final int most;
    private final List<String> terms;

    Harm(String indicator, ReportedProductKind kind, int days, int least, int most, List<String> terms) {
        this.indicator = indicator;
        this.kind = kind;
        this.days = days;
        this.least = least;
        this.most = most;
        this.terms = terms;
    }

    /** Returns the indicator that it is about. */
    String indicator() {
        return indicator;
    }

    ReportedProductKind kind() {
        return kind;
    }

    /** Returns how many days it takes. */
    int days() {
        return days;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** Returns the terms that its reports name; none where they name what any report does. */
    List<String> terms() {
        return terms;
    }

    /** Returns whether it hangs on one batch. */
    boolean ofBatch() {
        return switch (this) {
            case BAD_BATCH, DANGEROUS_BATCH, DEADLY_BATCH, GROUP_EVENT, DEVICE_FAULT, SUSPECT_BATCH -> true;
            case NEW_REACTION, ONE_WARD, LATE_UNIT, STEROID_CREAM, CHILD_COSMETIC -> false;
        };
    }

    /** Returns the model that should warn. */
    static String model(ReportedProductKind kind) {
        return switch (kind) {
            case DEVICE -> "device-adverse-events";
            case COSMETIC -> "cosmetic-adverse-reactions";
            case DRUG, VACCINE, UNKNOWN -> "drug-adverse-reactions";
        };
    }
}
