package io.zhiwei.deploy.simulator.trade;

import io.zhiwei.deploy.simulator.Chance;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws among things by their weights. */
final class Choice<T> {

    private final List<T> things;
    private final double[] sums;

    Choice(List<T> things, ToDoubleFunction<T> weight) {
        this.things = things;
        this.sums = new double[things.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight.applyAsDouble(things.get(i));
            sums[i] = sum;
        }
    }

    T draw(Chance chance) {
        double drawn = chance.uniform(0, sums[sums.length - 1]);
        int i = 0;
        while (i < sums.length - 1 && sums[i] <= drawn) {
            i++;
        }
        return things.get(i);
    }
}
