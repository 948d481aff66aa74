package io.zhiwei.console.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the record, as the page shows it. Fields are those of the contract {@code AuditEntry}.
 *
 * @param chain the console that wrote it
 * @param number its place in that console's chain, from 1
 * @param action method and pattern of the address, or LOGIN, LOGIN FAILED, LOGOUT
 * @param object what it was about; empty where about nothing single
 * @param detail what was sent with it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditView(
        String chain, long number, Instant at, String who, String action, String object, String detail, String hash) {

    private static final String FROM = "from ";
    private static final int SHOWN_OF_THE_HASH = 12;

    /** Returns the beginning of the hash, by which people compare. */
    public String shortHash() {
        return hash.substring(0, Math.min(hash.length(), SHOWN_OF_THE_HASH));
    }

    /** Returns the network address from which somebody logged in or out; null where it is about something else. */
    public @Nullable String address() {
        return action.startsWith("LOG") && detail.startsWith(FROM) ? detail.substring(FROM.length()) : null;
    }

    /** Returns the page of what it was about; null where it has none. */
    public @Nullable String page() {
        return action.contains(" /alerts/{id}") ? "/alerts/" + object : null;
    }
}
