package io.zhiwei.console.audit;

/** The topic {@code audit}: appended to, never changed. */
public interface AuditLog {

    /**
     * Appends an entry and returns when the topic holds it.
     *
     * @param who login of the person
     * @param action what was asked for
     * @param object what it is about
     * @param detail what was sent with it
     * @throws io.zhiwei.console.alert.AlertIndex.UnavailableException if it does not
     */
    void append(String who, String action, String object, String detail);
}
