package io.zhiwei.deploy.simulator.scheme;

import static io.zhiwei.deploy.simulator.scheme.Kind.store;

import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Fact;
import io.zhiwei.deploy.simulator.city.Person;
import io.zhiwei.deploy.simulator.scheme.Kind.Host;
import io.zhiwei.deploy.simulator.trade.Registry;
import io.zhiwei.deploy.simulator.trade.Till;
import io.zhiwei.schemas.BuyerIdType;
import io.zhiwei.schemas.Listing;
import io.zhiwei.schemas.ProductKind;
import io.zhiwei.schemas.SaleEvent;
import java.util.List;
import java.util.function.Consumer;

/** Illegal sales of medical devices. */
final class DeviceKinds {

    private static final String LENS = "软性亲水接触镜";
    private static final String OXYGEN = "家用制氧机";

    private DeviceKinds() {}

    static List<Kind> all() {
        return List.of(
                selling("MD-01", Host.DEVICE_II, LENS, line -> {}),
                selling("MD-02", Host.DEVICE_BARE, OXYGEN, line -> {}),
                selling("MD-03", Host.DEVICE_II, OXYGEN, line -> line.setRegNo("鄂械注准20212089999")),
                selling("MD-04", Host.DEVICE_II, OXYGEN, line -> line.setRegNo("鄂鄂械备20220105")),
                selling("MD-05", Host.DEVICE_II, "血糖试纸", DeviceKinds::expire),
                selling("MD-06", Host.DEVICE_II, OXYGEN, DeviceKinds::withoutIdentifier),
                store("MD-07", Host.DEVICE_II, 2, DeviceKinds::sameSerial),
                store("MD-08", Host.DEVICE_UNREPORTED, 3, DeviceKinds::unreported)
                        .registering((scheme, registry) -> registry.devices(scheme.place())),
                selling("MD-09", Host.DEVICE_II, "手术无影灯", line -> {}),
                selling("MD-10", Host.DEVICE_II, OXYGEN, line -> {}).registering(DeviceKinds::recall),
                store("MD-11", Host.DEVICE_III, 2, DeviceKinds::incomplete),
                store("MD-12", Host.PRIVATE, 3, DeviceKinds::privateSeller).also("MD-01"));
    }

    private static Kind selling(String id, Host host, String name, Consumer<SaleEvent> change) {
        return store(
                id,
                host,
                2,
                scene -> scene.times(3, 4, () -> {
                    SaleEvent line = scene.device(scene.device(name));
                    Till.buyer(line, scene.person(scene.chance().below(80)));
                    if (id.equals("MD-10")) {
                        line.setBatchNo("RC" + scene.scheme().id());
                    }
                    change.accept(line);
                    scene.send(line);
                }));
    }

    private static void expire(SaleEvent line) {
        line.setMfgDate(line.getMfgDate().minusYears(4));
        line.setExpiryDate(line.getExpiryDate().minusYears(4));
    }

    private static void withoutIdentifier(SaleEvent line) {
        line.setUdiDi(null);
        line.setUdiPi(null);
    }

    private static void recall(Scheme scheme, Registry registry) {
        Device device = scheme.parts()
                .catalogue()
                .devices(one -> one.name().equals(OXYGEN))
                .get(0);
        registry.add(Fact.of("recall", device.regNo() + "|RC" + scheme.id())
                .text("level", "I")
                .text("productKind", "DEVICE")
                .text("noticeNo", "召回" + scheme.id())
                .text("reason", "电源过热")
                .number("graceHours", 24)
                .from(scheme.parts().trade().city().settings().midnight(-10)));
    }

    private static void sameSerial(Scene scene) {
        SaleEvent line = scene.device(scene.device("助听器"));
        line.setEventTime(scene.between(9, 11));
        SaleEvent again = SaleEvent.newBuilder(line)
                .setSaleLineId(scene.trade().till().nextLine())
                .setSaleId(scene.trade().till().receipt())
                .setEventTime(scene.between(14, 19))
                .build();
        scene.send(line);
        scene.send(again);
    }

    private static void unreported(Scene scene) {
        scene.times(2, 3, () -> {
            Device device = scene.device(OXYGEN);
            SaleEvent line = scene.device(device);
            Person buyer = scene.person(scene.chance().below(80));
            Till.buyer(line, buyer);
            scene.trade().shopWindow().deliver(line, scene.place(), buyer);
            scene.send(offer(scene, device, line), line.getEventTime().plusSeconds(60));
            scene.send(line);
        });
    }

    private static Listing offer(Scene scene, Device device, SaleEvent line) {
        Listing offer = scene.trade().shopWindow().listing(scene.place(), line.getEventTime());
        offer.setProductKind(ProductKind.DEVICE);
        offer.setListingId(line.getListingId());
        offer.setTitle(device.name());
        offer.setRegNo(device.regNo());
        offer.setPrice(line.getUnitPrice());
        offer.setCertificateShown(false);
        return offer;
    }

    private static void incomplete(Scene scene) {
        scene.times(2, 3, () -> {
            SaleEvent line = scene.device(scene.device("颅内支架系统"));
            line.setBuyerIdType(BuyerIdType.ORGANISATION);
            line.setBuyerIdHash(
                    scene.scheme().parts().hospital(scene.scheme().number()).sellerId());
            line.setBatchNo(null);
            line.setMah(null);
            line.setExpiryDate(null);
            line.setUdiPi(null);
            scene.send(line);
        });
    }

    private static void privateSeller(Scene scene) {
        scene.times(3, 4, () -> {
            Device device = scene.chance()
                    .one(scene.scheme().parts().catalogue().devices(one -> one.is("hot") && one.is("consumer")));
            SaleEvent line = scene.device(device);
            Person buyer = scene.person(scene.chance().below(80));
            Till.buyer(line, buyer);
            scene.trade().shopWindow().deliver(line, scene.place(), buyer);
            line.setSellerId(scene.scheme()
                    .parts()
                    .people()
                    .hash("seller" + scene.place().index()));
            scene.send(line);
        });
    }
}
