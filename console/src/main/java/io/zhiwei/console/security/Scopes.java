package io.zhiwei.console.security;

import io.zhiwei.console.alert.Scope;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Role and scope travel as authorities, so that every way to log in can carry them. */
public final class Scopes {

    private static final String ROLE = "ROLE_";
    /** What stands before the code of a district in the name of an authority. */
    private static final String REGION = "REGION_";

    private static final String AGENCY = "AGENCY_";

    private Scopes() {}

    /** Returns what a person may see. */
    public static Scope of(Authentication person) {
        return new Scope(named(person, REGION), named(person, AGENCY));
    }

    /** Returns the names of the authorities of somebody with a role and a scope. */
    static List<String> authorities(Role role, Scope scope) {
        List<String> names = new ArrayList<>();
        names.add(ROLE + role.name());
        scope.regions().forEach(region -> names.add(REGION + region));
        scope.agencies().forEach(agency -> names.add(AGENCY + agency));
        return names;
    }

    /**
     * Returns a scope of districts and agencies.
     *
     * @param whose who has it, for the message
     * @throws IllegalArgumentException if one is misspelt: a scope must not widen by a mistake
     */
    static Scope checked(String whose, List<String> regions, List<String> agencies) {
        for (String region : regions) {
            if (!region.matches("\\d{6}")) {
                throw new IllegalArgumentException(
                        whose + " has the region '" + region + "', which is no GB/T 2260 code such as 420703");
            }
        }
        for (String agency : agencies) {
            if (agency.isBlank()) {
                throw new IllegalArgumentException(
                        whose + " has an agency without a name; name a lead agency as alerts do, or none at all");
            }
        }
        return new Scope(regions, agencies);
    }

    private static List<String> named(Authentication person, String prefix) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null && name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }
}
