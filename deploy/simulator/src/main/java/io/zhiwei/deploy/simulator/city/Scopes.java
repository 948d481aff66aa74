package io.zhiwei.deploy.simulator.city;

import java.util.List;

/** Categories that licences of the city cover. */
public final class Scopes {

    /** Of a shop that may sell class 乙 only. */
    public static final List<String> SMALL = List.of("OTC_B");

    /** Of an ordinary pharmacy. */
    public static final List<String> ORDINARY = List.of("RX", "OTC_A", "OTC_B", "EPH", "BIOLOGIC", "COLD", "TCM");

    /** Of a chain's store that the city bureau approved for class-2 psychotropic drugs. */
    public static final List<String> CONTROLLED =
            List.of("RX", "OTC_A", "OTC_B", "EPH", "BIOLOGIC", "COLD", "TCM", "PSY2", "TOX");

    /** Of a wholesaler. */
    public static final List<String> WHOLE = CONTROLLED;

    private Scopes() {}
}
