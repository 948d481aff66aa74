package io.zhiwei.deploy.simulator.scheme;

import io.zhiwei.deploy.simulator.trade.Registry;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A kind of scheme.
 *
 * @param id indicator that it is about
 * @param host where it takes place
 * @param days days that it takes at least
 * @param longer whether it may take much longer, where the simulation does
 * @param subjectKind kind of its subject
 * @param subject key of its subject
 * @param register adds to the registry what it needs, or what is wrong there
 * @param act what happens on each of its days
 * @param also indicators of which alerts about the same subject are right too
 */
record Kind(
        String id,
        Host host,
        int days,
        boolean longer,
        String subjectKind,
        Function<Scheme, String> subject,
        BiConsumer<Scheme, Registry> register,
        Consumer<Scene> act,
        List<String> also) {

    /** Where a scheme takes place. */
    enum Host {
        /** A pharmacy that is honest otherwise. */
        PHARMACY,
        /** One that may sell class-2 psychotropic and toxic drugs. */
        CONTROLLED,
        /** One that sells online too. */
        ONLINE,
        /** One with few customers. */
        QUIET,
        /** A pharmacy in nothing but name: no licence. */
        BARE,
        /** A shop that may sell class 乙 only. */
        SMALL,
        /** A vending machine. */
        VENDING,
        /** An online shop that told nobody. */
        UNREPORTED,
        /** A shop of devices of class II. */
        DEVICE_II,
        /** A shop of devices of class III. */
        DEVICE_III,
        /** A shop of devices without filing. */
        DEVICE_BARE,
        /** An online shop of devices that told nobody. */
        DEVICE_UNREPORTED,
        /** A private person on a platform. */
        PRIVATE
    }

    /** Returns a kind whose subject is the store. */
    static Kind store(String id, Host host, int days, Consumer<Scene> act) {
        return new Kind(
                id,
                host,
                days,
                false,
                "store",
                scheme -> scheme.place().storeId(),
                (scheme, registry) -> {},
                act,
                List.of());
    }

    /** Returns the same kind about another subject. */
    Kind about(String kind, Function<Scheme, String> key) {
        return new Kind(id, host, days, longer, kind, key, register, act, also);
    }

    /** Returns the same kind with what it adds to the registry. */
    Kind registering(BiConsumer<Scheme, Registry> addition) {
        return new Kind(id, host, days, longer, subjectKind, subject, addition, act, also);
    }

    /** Returns the same kind with further indicators that fire rightly. */
    Kind also(String... indicators) {
        return new Kind(id, host, days, longer, subjectKind, subject, register, act, List.of(indicators));
    }

    /** Returns the same kind, which may take much longer. */
    Kind orLonger() {
        return new Kind(id, host, days, true, subjectKind, subject, register, act, also);
    }

    /** Returns the model that should warn. */
    String model() {
        return switch (id.substring(0, 2)) {
            case "DS" -> "illegal-drug-sales";
            case "RX" -> "illegal-prescription-sales";
            case "SP" -> "special-drug-sales";
            case "MD" -> "illegal-device-sales";
            default -> throw new IllegalStateException("No model warns of " + id + ".");
        };
    }
}
