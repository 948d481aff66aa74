package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.city.Catalogue;
import io.zhiwei.deploy.simulator.city.Device;
import io.zhiwei.deploy.simulator.city.Drug;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is bought in a month, by occasion. */
final class Assortment {

    /** Why someone comes. */
    enum Occasion {
        ACUTE(drug -> plain(drug) && drug.needsPrescription() && !drug.is("chronic") && !drug.is("hospital")),
        OTC_A(drug -> plain(drug) && drug.sale().equals("OTC_A")),
        OTC_B(drug -> plain(drug) && drug.sale().equals("OTC_B")),
        EPHEDRINE(drug -> drug.control().equals("EPH")),
        PSYCHOTROPIC(drug -> drug.control().equals("PSY2")),
        TOXIC(drug -> drug.control().equals("TOX")),
        HOSPITAL(drug -> plain(drug) && drug.needsPrescription() && !drug.is("chronic")),
        NARCOTIC(drug -> drug.control().equals("NARC"));

        private final Predicate<Drug> wanted;

        Occasion(Predicate<Drug> wanted) {
            this.wanted = wanted;
        }

        private static boolean plain(Drug drug) {
            return drug.control().isEmpty() || drug.control().equals("SPC");
        }
    }

    private final Map<Month, Map<Occasion, Choice<Drug>>> drugs = new EnumMap<>(Month.class);
    private final List<Drug> chronic;
    private final Choice<Device> shopDevices;
    private final Choice<Device> licensedDevices;
    private final Choice<Device> pharmacyDevices;
    private final Choice<Device> freeDevices;

    Assortment(Catalogue catalogue) {
        for (Month month : Month.values()) {
            Map<Occasion, Choice<Drug>> choices = new EnumMap<>(Occasion.class);
            for (Occasion occasion : Occasion.values()) {
                choices.put(
                        occasion,
                        new Choice<>(
                                catalogue.drugs(occasion.wanted),
                                drug -> drug.weight() * Calendar.ofSeason(drug, month)));
            }
            drugs.put(month, choices);
        }
        chronic = catalogue.drugs(drug -> drug.is("chronic") && !drug.is("course"));
        shopDevices = devices(
                catalogue, device -> device.is("consumer") && !device.risk().equals("III"));
        licensedDevices = devices(catalogue, device -> device.is("consumer"));
        pharmacyDevices = devices(catalogue, device -> device.is("pharmacy"));
        freeDevices = devices(catalogue, device -> device.risk().equals("I") || device.is("exempt"));
    }

    private static Choice<Device> devices(Catalogue catalogue, Predicate<Device> wanted) {
        return new Choice<>(catalogue.devices(wanted), Device::weight);
    }

    Choice<Drug> of(Occasion occasion, Month month) {
        return drugs.getOrDefault(month, Map.of()).getOrDefault(occasion, new Choice<>(chronic, Drug::weight));
    }

    List<Drug> chronic() {
        return chronic;
    }

    Choice<Device> devices(boolean licensed) {
        return licensed ? licensedDevices : shopDevices;
    }

    Choice<Device> pharmacyDevices(boolean filed) {
        return filed ? pharmacyDevices : freeDevices;
    }
}
