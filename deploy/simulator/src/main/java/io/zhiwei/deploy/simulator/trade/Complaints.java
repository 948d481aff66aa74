package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.Complaint;
import io.zhiwei.schemas.ProductKind;
import java.time.Instant;
import java.util.List;

/** Complaints of buyers about honest shops: service, price, waiting. */
final class Complaints {

    private static final double A_DAY = 8;
    private static final List<String> CHANNELS = List.of("12315", "12315", "12345", "PLATFORM");
    private static final List<String> TEXTS = List.of("店员态度差，排队时间长。", "价格比上次贵，未提前说明。", "购买后想退货，门店未及时处理。", "小票打印不清。");

    private final City city;
    private long number;

    Complaints(City city) {
        this.city = city;
    }

    void live(Trader trader) {
        for (int i = trader.chance().poisson(A_DAY * city.settings().scale()); i > 0; i--) {
            Place place = trader.chance().one(city.pharmacies());
            Instant time = trader.at(trader.chance().uniform(8, 22));
            Complaint complaint = new Complaint();
            complaint.setComplaintId("complaint-" + number++);
            complaint.setTime(time);
            complaint.setChannel(trader.chance().one(CHANNELS));
            complaint.setSellerId(place.sellerId());
            complaint.setStoreId(place.storeId());
            complaint.setProductKind(ProductKind.DRUG);
            complaint.setText(trader.chance().one(TEXTS));
            complaint.setComplainantHash(city.people()
                    .adult(trader.chance().below(city.people().size()))
                    .idHash());
            complaint.setRegionCode(place.region());
            trader.outbox().send(complaint, time.plusSeconds(trader.chance().between(60, 7_200)));
        }
    }
}
