package io.zhiwei.deploy.simulator.city;

import java.util.Set;

/**
 * A device of the catalogue.
 *
 * @param index place in the catalogue
 * @param name product name
 * @param risk class I, II or III
 * @param category two-digit category code
 * @param price usual price, yuan
 * @param weight share of the lines of devices
 * @param tags what else is true of it, see devices.tsv
 */
public record Device(
        int index, String name, String risk, String category, double price, double weight, Set<String> tags) {

    /** Returns whether it carries a tag. */
    public boolean is(String tag) {
        return tags.contains(tag);
    }

    /** Returns the number of its registration, or of its filing in class I. */
    public String regNo() {
        return risk.equals("I")
                ? String.format("鄂鄂械备2022%04d", 100 + index)
                : String.format(
                        "%s械注准2020%s%s%04d", risk.equals("III") ? "国" : "鄂", risk.length(), category, 500 + index);
    }

    /** Returns the device identifier of its UDI. */
    public String udiDi() {
        String body = String.format("0699%05d%04d", 90_000 + index, 10 + index);
        return body + Numbers.gs1Check(body);
    }

    /** Returns the registrant. */
    public String registrant() {
        return "虚拟医疗器械" + (index % 9 + 1) + "公司";
    }
}
