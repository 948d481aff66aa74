package io.zhiwei.console.security;

import io.zhiwei.console.ConsoleSettings;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may open what. What is not named here is closed to everyone. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** Nothing from elsewhere, nothing inline, in no frame. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Logger LOGGER = LoggerFactory.getLogger(SecurityRules.class);

    private static final String[] READ = {
        "/",
        "/alerts",
        "/alerts/live",
        "/alerts/*",
        "/overview",
        "/overview/data",
        "/report",
        "/report/pdf",
        "/overview/quality",
        "/models",
        "/models/*",
        "/models/*/versions/*",
        "/models/*/backtests/*",
        "/models/*/backtests/*/progress",
        "/models/*/backtests/*/data",
        "/approvals",
        "/signals",
        "/signals/pair"
    };

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Clock clock,
            LoginRecord record,
            ClaimedPerson claimed,
            ObjectProvider<ClientRegistrationRepository> providers)
            throws Exception {
        LoginThrottle throttle = new LoginThrottle(clock);
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/error", "/webjars/**", "/assets/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, READ)
                        .hasAnyRole(Role.every())
                        .requestMatchers(HttpMethod.POST, "/alerts/*/dispositions")
                        .hasAnyRole(Role.deciding())
                        .requestMatchers(HttpMethod.POST, "/views", "/views/removal")
                        .hasAnyRole(Role.every())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/models/*/versions",
                                "/models/*/versions/*/shadow",
                                "/models/*/versions/*/submission")
                        .hasRole(Role.ANALYST.name())
                        .requestMatchers(
                                HttpMethod.POST,
                                "/models/*/backtests",
                                "/models/*/backtests/*/stop",
                                "/models/*/versions/*/return")
                        .hasAnyRole(Role.ANALYST.name(), Role.APPROVER.name())
                        .requestMatchers(HttpMethod.POST, "/models/*/versions/*/approval")
                        .hasRole(Role.APPROVER.name())
                        .requestMatchers(HttpMethod.GET, "/accounts", "/audit")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(record::succeeded)
                        .failureHandler((request, response, failure) -> {
                            throttle.failed(request.getRemoteAddr());
                            record.failed(request);
                            response.sendRedirect("/login?error");
                        }))
                .logout(logout -> logout.addLogoutHandler(record).logoutSuccessUrl("/login?out"))
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(elsewhere -> elsewhere
                    .loginPage("/login")
                    .userInfoEndpoint(person -> person.oidcUserService(claimed))
                    .successHandler(record::succeeded)
                    .failureHandler((request, response, failure) -> {
                        LOGGER.atWarn()
                                .addKeyValue("reason", failure.getMessage())
                                .log("A login elsewhere is refused");
                        record.failed(request);
                        response.sendRedirect("/login?refused");
                    }));
        }
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Where people log in elsewhere, no account is made here: only those that somebody wrote into the file are known. */
    @Bean
    @SuppressWarnings("SystemOut") // Told to whoever starts the console, once; a log would keep it.
    Accounts accounts(
            ConsoleSettings settings, PasswordEncoder encoder, ObjectProvider<ClientRegistrationRepository> providers)
            throws IOException {
        return providers.getIfAvailable() == null
                ? Accounts.open(
                        settings.folder(),
                        encoder,
                        (login, password) -> System.out.println("LOGIN " + login + " " + password))
                : Accounts.existing(settings.folder());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
