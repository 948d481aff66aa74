package io.zhiwei.console.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The claims in which a provider of logins says what a person is here.
 *
 * @param role name of the claim with the role: one text, or a list of which one is a role of the console
 * @param regions name of the claim with GB/T 2260 codes; a person without it sees the whole city
 * @param agencies name of the claim with lead agencies; a person without it sees all
 */
@ConfigurationProperties("zhiwei.claims")
public record ClaimSettings(
        @DefaultValue("zhiwei_role") String role,
        @DefaultValue("zhiwei_regions") String regions,
        @DefaultValue("zhiwei_agencies") String agencies) {

    /** Refuses names that cannot be meant. */
    public ClaimSettings {
        List<String> names = List.of(role, regions, agencies);
        if (names.stream().anyMatch(String::isBlank)
                || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("zhiwei.claims.role, .regions and .agencies are '" + role + "', '"
                    + regions + "' and '" + agencies + "'. Give three different names of claims.");
        }
    }
}
