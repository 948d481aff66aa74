package io.zhiwei.deploy.simulator;

/**
 * A drug or device on sale, fictitious but for its generic name.
 *
 * @param number approval number of a drug, registration number of a device
 * @param code national drug code of a drug; identifier (UDI-DI) of a device
 * @param name generic name
 * @param sale RX, OTC_A, OTC_B of a drug; I, II, III of a device
 * @param control controlled class; empty for none
 * @param price usual price, yuan
 * @param unitsPerPack dose units in a pack
 * @param ddd usual daily dose, dose units
 * @param mark what else is special: BAN (online ban list B), COLD, DEAR, COURSE, IMPLANT, SERIAL, PROFESSIONAL; empty for nothing
 */
record Product(
        String number,
        String code,
        String name,
        String sale,
        String control,
        double price,
        int unitsPerPack,
        double ddd,
        String mark) {

    boolean isDevice() {
        return sale.equals("I") || sale.equals("II") || sale.equals("III");
    }

    /** First seven digits of the trace codes of a drug. */
    String tracePrefix() {
        return "81" + code.substring(code.length() - 5);
    }
}
