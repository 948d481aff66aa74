package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.SaleEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Twenty days of a small city, lived once for every test. */
final class City20Days {

    static final List<Happening> HAPPENINGS = new ArrayList<>();
    static final List<SchemeTruth> TRUTH = live();

    private City20Days() {}

    private static List<SchemeTruth> live() {
        Simulation simulation = Simulation.of(Settings.of(20, 11, 0.02));
        simulation.forEachRemaining(HAPPENINGS::add);
        return simulation.truth();
    }

    /** Returns the lines of sale that are told first, without uploads told again. */
    static Map<String, SaleEvent> sales() {
        Map<String, SaleEvent> sales = new LinkedHashMap<>();
        for (Happening happening : HAPPENINGS) {
            if (happening.record() instanceof SaleEvent line) {
                sales.putIfAbsent(line.getSaleLineId(), line);
            }
        }
        return sales;
    }

    /** Returns the honest lines of sale. */
    static List<SaleEvent> honest() {
        List<SaleEvent> honest = new ArrayList<>();
        for (Happening happening : HAPPENINGS) {
            if (happening.record() instanceof SaleEvent line
                    && happening.mark().scheme().isEmpty()
                    && !happening.mark().lookAlike().equals("AGAIN")) {
                honest.add(line);
            }
        }
        return honest;
    }
}
