package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.City;
import io.zhiwei.deploy.simulator.city.Drug;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.city.Place;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleChannel;
import io.zhiwei.schemas.SaleEvent;
import java.time.Instant;

/** Offers and deliveries of the shops that sell on platforms. */
public final class ShopWindow {

    /** Platforms of the city. */
    public static final java.util.List<String> PLATFORMS = java.util.List.of("PT-1", "PT-2", "PT-3");

    private final City city;
    private long sightings;

    ShopWindow(City city) {
        this.city = city;
    }

    /** Returns the platform of a place. */
    public static String platform(Place place) {
        return PLATFORMS.get(place.index() % PLATFORMS.size());
    }

    /** Makes a line of sale one of the platform, delivered to the buyer's home. */
    public void deliver(SaleEvent line, Place place, Person buyer) {
        line.setChannel(SaleChannel.PLATFORM);
        line.setPlatformId(platform(place));
        line.setListingId(
                listingId(place, line.getProductKind() == ProductKind.DRUG ? line.getDrugCode() : line.getRegNo()));
        line.setDeliverRegion("420704");
        line.setDeliverAddrHash(buyer.addressHash());
        line.setDeviceIdHash(buyer.deviceHash());
        line.setPhoneHash(buyer.phoneHash());
        line.setSourceSystem("platform");
    }

    /** Makes a sighting of a lawful offer of a drug. */
    public Listing drug(Place place, Drug drug, double price, Instant time) {
        Listing listing = listing(place, time);
        boolean rx = drug.needsPrescription();
        listing.setProductKind(ProductKind.DRUG);
        listing.setListingId(listingId(place, drug.drugCode()));
        listing.setTitle(drug.name() + " " + drug.spec());
        listing.setApprovalNo(drug.approvalNo());
        listing.setDrugCode(drug.drugCode());
        listing.setPrice(price);
        listing.setHasInsertShown(!rx);
        listing.setRxWarningShown(rx);
        listing.setOrderBeforeReview(!rx);
        return listing;
    }

    /** Makes a sighting of an offer, as yet of nothing. */
    public Listing listing(Place place, Instant time) {
        Listing listing = new Listing();
        listing.setSightingId("sighting-" + sightings++);
        listing.setTime(time);
        listing.setPlatformId(platform(place));
        listing.setShopId(place.storeId());
        listing.setSellerId(place.sellerId());
        listing.setCertificateShown(true);
        listing.setAddress(place.address());
        listing.setRegionCode(place.region());
        return listing;
    }

    /** Sends the sightings of a place's day: some of what it offers. */
    void live(Place place, Prices prices, Trader trader) {
        for (Drug drug : city.catalogue().drugs()) {
            boolean sold = Trade.mayGoOnline(drug) && drug.control().isEmpty() && place.maySell(drug.sale());
            if (sold && trader.chance().happens(0.05)) {
                Instant time = trader.at(trader.chance().uniform(7, 22));
                trader.outbox()
                        .send(drug(place, drug, prices.at(place, drug, trader.day()), time), time.plusSeconds(90));
            }
        }
    }

    private static String listingId(Place place, String product) {
        return place.storeId() + ":" + product;
    }
}
