package io.zhiwei.deploy.simulator;

import java.util.ArrayList;
import java.util.List;

/** The doctors of the hospitals and clinics, in two shifts. */
final class Doctors {

    private static final int OF_A_HOSPITAL = 26;
    private static final int OF_A_CLINIC = 3;
    private static final double EARLY_ENDS = 14.5;

    private final List<Doctor> all = new ArrayList<>();
    private final List<Doctor> early = new ArrayList<>();
    private final List<Doctor> late = new ArrayList<>();

    /**
     * A doctor.
     *
     * @param id registration
     * @param org institution
     * @param lon longitude of the institution
     * @param lat latitude
     * @param region region of the institution
     */
    record Doctor(String id, String org, double lon, double lat, String region) {}

    Doctors(Shops shops) {
        for (Shop shop : shops.all()) {
            int count = shop.kind() == Shop.Kind.HOSPITAL
                    ? OF_A_HOSPITAL
                    : shop.kind() == Shop.Kind.CLINIC ? OF_A_CLINIC : 0;
            for (int i = 0; i < count; i++) {
                Doctor doctor =
                        new Doctor(shop.store() + "-doctor-" + i, shop.seller(), shop.lon(), shop.lat(), shop.region());
                all.add(doctor);
                (i % 2 == 0 ? early : late).add(doctor);
            }
        }
    }

    List<Doctor> all() {
        return all;
    }

    /** Returns a doctor on duty at a moment. */
    Doctor onDuty(long moment, Draw draw) {
        return draw.one(Clock.timeOf(moment).toSecondOfDay() / 3600.0 < EARLY_ENDS ? early : late);
    }
}
