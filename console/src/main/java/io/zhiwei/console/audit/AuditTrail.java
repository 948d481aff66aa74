package io.zhiwei.console.audit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down who asks for the evidence of alerts or for this record, and everything that is sent, before it is answered: what cannot be written down is
 * not shown and not done.
 */
@Component
public final class AuditTrail implements HandlerInterceptor {

    /** Addresses that are written down when they are only looked at. */
    static final Set<String> EVIDENCE =
            Set.of("/alerts/{id}", "/report", "/report/pdf", "/models/{id}/backtests/{run}", "/audit");

    private static final Set<String> NOT_TOLD = Set.of("_csrf", "seen", "lang");

    private final AuditLog log;

    /** Writes to a log. */
    public AuditTrail(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        Principal person = request.getUserPrincipal();
        boolean sent = !HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod());
        if (person != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && (sent || EVIDENCE.contains(pattern))) {
            log.append(person.getName(), request.getMethod() + " " + pattern, object(request), detail(request));
        }
        return true;
    }

    private static String object(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? new TreeMap<>(variables)
                        .values().stream().map(String::valueOf).collect(Collectors.joining(" "))
                : "";
    }

    private static String detail(HttpServletRequest request) {
        return new TreeMap<>(request.getParameterMap())
                .entrySet().stream()
                        .filter(field -> !NOT_TOLD.contains(field.getKey()))
                        .filter(field -> !List.of(field.getValue()).equals(List.of("")))
                        .map(field -> field.getKey() + "=" + String.join(",", field.getValue()))
                        .collect(Collectors.joining("; "));
    }
}
