package io.zhiwei.console.security;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person may do. Everyone reads alerts, models and the overview. */
public enum Role {
    /** Decides about alerts. */
    INVESTIGATOR,
    /** Tunes models. */
    ANALYST,
    /** Confirms what an analyst changed, and decides about alerts. */
    APPROVER,
    /** Reads. */
    LEADER,
    /** Sees who has an account, and who saw, decided and changed what. */
    ADMINISTRATOR;

    /** Returns the name of the account that the first start makes for the role. */
    String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all of them. */
    static String[] every() {
        return Stream.of(values()).map(Role::name).toArray(String[]::new);
    }

    /** Returns the roles whose holders decide about alerts. */
    static String[] deciding() {
        return List.of(INVESTIGATOR, APPROVER).stream().map(Role::name).toArray(String[]::new);
    }
}
