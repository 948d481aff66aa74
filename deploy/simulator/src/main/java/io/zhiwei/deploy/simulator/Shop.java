package io.zhiwei.deploy.simulator;

import io.zhiwei.schemas.SaleChannel;
import java.util.List;

/**
 * A place of business.
 *
 * @param store its identifier
 * @param seller unified social credit code of who runs it
 * @param kind what it is
 * @param channel how it sells
 * @param region GB/T 2260 code
 * @param zone functional zone; empty for none
 * @param lon longitude, degrees
 * @param lat latitude, degrees
 * @param size usual number of lines a day
 * @param psy2 whether it may sell class-2 psychotropic drugs
 * @param pharmacists its pharmacists
 */
record Shop(
        String store,
        String seller,
        Kind kind,
        SaleChannel channel,
        String region,
        String zone,
        double lon,
        double lat,
        double size,
        boolean psy2,
        List<String> pharmacists) {

    /** Kinds of places. */
    enum Kind {
        PHARMACY,
        HOSPITAL,
        CLINIC,
        DEVICE_SHOP,
        ONLINE,
        VENDING
    }

    boolean isInstitution() {
        return kind == Kind.HOSPITAL || kind == Kind.CLINIC;
    }
}
