package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Packs of one batch of a drug on a shelf. */
public final class Lot {

    private final Drug drug;
    private final String batchNo;
    private final LocalDate made;
    private final LocalDate expires;
    private long nextSerial;
    private int left;

    /** Puts packs on a shelf. */
    Lot(Drug drug, LocalDate made, LocalDate expires, long firstSerial, int packs) {
        this.drug = drug;
        this.made = made;
        this.expires = expires;
        this.batchNo = String.format("%02d%02d%03d", made.getYear() % 100, made.getMonthValue(), drug.index());
        this.nextSerial = firstSerial;
        this.left = packs;
    }

    /** Returns the batch number. */
    public String batchNo() {
        return batchNo;
    }

    /** Returns the day of manufacture. */
    public LocalDate made() {
        return made;
    }

    /** Returns the last day of use. */
    public LocalDate expires() {
        return expires;
    }

    int left() {
        return left;
    }

    /** Takes packs away and returns their trace codes. */
    public List<String> take(int packs) {
        List<String> codes = new ArrayList<>(packs);
        for (int i = 0; i < packs; i++) {
            codes.add(Numbers.traceCode(drug.tracePrefix(), nextSerial++));
        }
        left -= packs;
        return codes;
    }
}
