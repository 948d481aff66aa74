package io.zhiwei.console.web;

import io.zhiwei.console.security.Role;
import io.zhiwei.console.version.VersionDesk;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the menu of every page says beside its links. */
@ControllerAdvice
class Navigation {

    private static final Set<String> CONCERNED = Set.of("ROLE_" + Role.ANALYST.name(), "ROLE_" + Role.APPROVER.name());

    private final VersionDesk desk;

    Navigation(VersionDesk desk) {
        this.desk = desk;
    }

    /**
     * The figures of the menu. A record, because a redirection would take a number into its address.
     *
     * @param waiting versions that wait for an approver; 0 for whom they do not concern
     */
    record Menu(int waiting) {}

    @ModelAttribute("menu")
    Menu menu(@Nullable Authentication person) {
        boolean concerned = person != null
                && person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(CONCERNED::contains);
        return new Menu(concerned ? desk.waiting().size() : 0);
    }
}
