package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleEvent;
import io.zhiwei.schemas.SaleType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The way of a line from a till to the regulator: at once or in batches, now and then twice, with the slips of tills and
 * the returns of buyers. Source of the rates: domain specification of sales, section 13.
 */
final class Counter {

    private static final double BAR_CODE = 0.005;
    private static final double AGAIN = 0.003;
    private static final double SKEWED = 0.002;
    private static final double LATE_BY_DAYS = 0.17;
    private static final double RETURNED = 0.004;
    private static final double REVERSED = 0.003;

    private final Till till;

    Counter(Till till) {
        this.till = till;
    }

    /** Sends a line of honest trade. */
    void send(SaleEvent line, Place place, Mark mark, Trader trader) {
        Chance chance = trader.chance();
        boolean free = line.getRxId() == null && line.getRegisterId() == null && mark == Mark.ORDINARY;
        Mark known = free ? slip(line, chance) : mark;
        Instant arrival = arrival(line.getEventTime(), place, trader);
        trader.outbox()
                .send(line, arrival, late(line, arrival) && known == Mark.ORDINARY ? Mark.lookAlike("LATE") : known);
        if (chance.happens(AGAIN)) {
            Instant again = arrival.plusSeconds(chance.between(30, 7_200));
            trader.outbox().send(SaleEvent.newBuilder(line).build(), again, Mark.lookAlike("AGAIN"));
        }
        if (free && known == Mark.ORDINARY) {
            takeBack(line, arrival, place, trader);
        }
    }

    private static boolean late(SaleEvent line, Instant arrival) {
        return Duration.between(line.getEventTime(), arrival).toHours() >= 24;
    }

    /** Tills whose clock is wrong, and scans of the bar code in place of the trace code. */
    private static Mark slip(SaleEvent line, Chance chance) {
        if (chance.happens(SKEWED)) {
            line.setEventTime(line.getEventTime().plusSeconds(chance.between(-7_200, 7_200)));
            return Mark.lookAlike("CLOCK");
        }
        if (line.getProductKind() == ProductKind.DRUG && chance.happens(BAR_CODE)) {
            line.setTraceCodes(List.of("69" + String.format("%011d", chance.between(0, 999_999_999))));
            return Mark.lookAlike("BARCODE");
        }
        return Mark.ORDINARY;
    }

    private static Instant arrival(Instant time, Place place, Trader trader) {
        Chance chance = trader.chance();
        if (!place.is("LATE")) {
            return time.plusMillis((long) chance.exponential(20_000));
        }
        Instant evening = trader.at(23.5).plusSeconds(chance.between(0, 1_200));
        return chance.happens(LATE_BY_DAYS) ? evening.plusSeconds(chance.between(24, 60) * 3_600L) : evening;
    }

    private void takeBack(SaleEvent line, Instant arrival, Place place, Trader trader) {
        Chance chance = trader.chance();
        if (chance.happens(REVERSED)) {
            Instant time = line.getEventTime().plusSeconds(chance.between(30, 600));
            undo(line, SaleType.REVERSAL, time, later(arrival, arrival(time, place, trader)), trader);
        } else if (chance.happens(RETURNED)) {
            Instant time = line.getEventTime().plusSeconds(chance.between(1, 96) * 3_600L);
            undo(line, SaleType.RETURN, time, later(arrival, time.plusSeconds(60)), trader);
        }
    }

    private static Instant later(Instant sale, Instant own) {
        return own.isAfter(sale) ? own : sale.plusSeconds(1);
    }

    private void undo(SaleEvent line, SaleType type, Instant time, Instant arrival, Trader trader) {
        SaleEvent undone = SaleEvent.newBuilder(line)
                .setSaleLineId(till.nextLine())
                .setSaleId(till.receipt())
                .setSaleType(type)
                .setRefSaleLineId(line.getSaleLineId())
                .setAmount(-line.getAmount())
                .setInsurancePaid(line.getInsurancePaid() == null ? null : -line.getInsurancePaid())
                .setEventTime(time)
                .build();
        trader.outbox().send(undone, arrival, Mark.lookAlike("X08"));
    }
}
