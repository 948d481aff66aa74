package io.zhiwei.console.security;

import io.zhiwei.console.alert.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Somebody who logged in elsewhere, with the role and the scope that the provider claims. Who has no role is refused. */
@Component
final class ClaimedPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final ClaimSettings claims;

    ClaimedPerson(ClaimSettings claims) {
        this.claims = claims;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = ask(request);
        String name = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUserNameAttributeName();
        Set<GrantedAuthority> authorities = Scopes.authorities(role(person), scope(person)).stream()
                .map(SimpleGrantedAuthority::new)
                .collect(Collectors.toUnmodifiableSet());
        return name == null || name.isBlank()
                ? new DefaultOidcUser(authorities, person.getIdToken(), person.getUserInfo())
                : new DefaultOidcUser(authorities, person.getIdToken(), person.getUserInfo(), name);
    }

    private OidcUser ask(OidcUserRequest request) {
        try {
            return provider.loadUser(request);
        } catch (IllegalArgumentException e) {
            // The provider does not tell the person's name; its registration here may lack the scope for it.
            throw refused(e.getMessage());
        }
    }

    private Role role(OidcUser person) {
        List<String> claimed = texts(person.getClaims().get(claims.role()));
        List<Role> roles = Stream.of(Role.values())
                .filter(role -> claimed.stream()
                        .anyMatch(text -> text.toUpperCase(Locale.ROOT).equals(role.name())))
                .toList();
        if (roles.size() != 1) {
            throw refused("the claim " + claims.role() + " names " + roles.size() + " roles of the console, not one");
        }
        return roles.get(0);
    }

    private Scope scope(OidcUser person) {
        try {
            return Scopes.checked(
                    "the person",
                    texts(person.getClaims().get(claims.regions())),
                    texts(person.getClaims().get(claims.agencies())));
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    /** A claim that is there and says nothing would widen the scope to everything. */
    private static List<String> texts(@Nullable Object claim) {
        if (claim == null) {
            return List.of();
        }
        List<String> texts = (claim instanceof Collection<?> many ? many.stream() : Stream.of(claim))
                .map(String::valueOf)
                .toList();
        return texts.isEmpty() ? List.of("") : texts;
    }

    private static OAuth2AuthenticationException refused(@Nullable String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("access_denied", why, null));
    }
}
