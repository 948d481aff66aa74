package io.zhiwei.deploy.simulator;

/**
 * What is true of an event: ordinary, a lawful look-alike of a violation, or part of a scheme.
 *
 * @param scheme identifier of the scheme, empty where it belongs to none
 * @param lookAlike code of the lawful look-alike, e.g. X06, empty where it is none
 */
public record Mark(String scheme, String lookAlike) {

    /** Of an ordinary event. */
    public static final Mark ORDINARY = new Mark("", "");

    /** Returns the mark of a lawful look-alike. */
    public static Mark lookAlike(String code) {
        return new Mark("", code);
    }

    /** Returns the mark of a scheme's events. */
    public static Mark scheme(String id) {
        return new Mark(id, "");
    }
}
