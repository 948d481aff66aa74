package io.zhiwei.deploy.simulator.reaction;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.city.Numbers;
import io.zhiwei.schemas.ReportedProductKind;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A product on the market.
 *
 * @param index number among all products
 * @param kind drug, device or cosmetic
 * @param name generic name, or family
 * @param approvalNo approval, registration or filing number
 * @param holder credit code of its holder
 * @param form form, or model
 * @param route route of administration, or site of use
 * @param risk class of a device or a cosmetic, empty for a drug
 * @param weight share among the reports of its kind
 */
record Product(
        int index,
        ReportedProductKind kind,
        String name,
        String approvalNo,
        String holder,
        String form,
        String route,
        String risk,
        double weight) {

    private static final int LISTED_OF_1000 = 930;
    private static final int COMMON_WEIGHT = 3;

    /** Returns the device identifier of its UDI. */
    String udiDi() {
        String body = String.format(Locale.ROOT, "0698%09d", index);
        return body + Numbers.gs1Check(body);
    }

    /** Returns a number of a batch made in the month of a day; a popular product has more batches. */
    String batch(LocalDate made, int number) {
        return String.format(Locale.ROOT, "%02d%02d%04d", made.getYear() % 100, made.getMonthValue(), number);
    }

    /** Returns whether the insert names a reaction; common ones always, of the others most. */
    boolean lists(Reaction reaction) {
        long drawn = Chance.mix(index * 31L + reaction.term().hashCode());
        return reaction.weight() >= COMMON_WEIGHT || Long.remainderUnsigned(drawn, 1_000) < LISTED_OF_1000;
    }
}
