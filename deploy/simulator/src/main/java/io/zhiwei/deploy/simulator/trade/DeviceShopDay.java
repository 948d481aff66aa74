package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Mark;
import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;

/** A day of a shop of devices. */
final class DeviceShopDay {

    private static final double ONLINE = 0.4;

    private final City city;
    private final Workshop workshop;

    DeviceShopDay(City city, Workshop workshop) {
        this.city = city;
        this.workshop = workshop;
    }

    void live(Place place, Trader trader) {
        int lines = trader.chance().poisson(place.linesADay() * Calendar.ofDay(trader.date()));
        for (int i = 0; i < lines; i++) {
            sell(place, trader);
        }
    }

    private void sell(Place place, Trader trader) {
        Device device = workshop.assortment().devices(place.is("DEVICE_III")).draw(trader.chance());
        Instant time = Calendar.moment(place, trader);
        SaleEvent line = workshop.till().device(place, device, time, trader);
        Person buyer = city.people().adult(trader.chance().below(city.people().size()));
        if (trader.chance().happens(0.5)) {
            Till.buyer(line, buyer);
        }
        if (place.is("ONLINE") && trader.chance().happens(ONLINE)) {
            workshop.shopWindow().deliver(line, place, buyer);
            list(place, device, line, trader);
        }
        workshop.counter().send(line, place, device.is("exempt") ? Mark.lookAlike("X13") : Mark.ORDINARY, trader);
    }

    private void list(Place place, Device device, SaleEvent line, Trader trader) {
        if (trader.chance().happens(0.3)) {
            Listing listing = workshop.shopWindow().listing(place, line.getEventTime());
            listing.setProductKind(ProductKind.DEVICE);
            listing.setListingId(line.getListingId());
            listing.setTitle(device.name());
            listing.setRegNo(device.regNo());
            listing.setPrice(line.getUnitPrice());
            trader.outbox().send(listing, line.getEventTime().plusSeconds(60));
        }
    }
}
