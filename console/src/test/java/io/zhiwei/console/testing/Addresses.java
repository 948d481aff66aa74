package io.zhiwei.console.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the console serves, as method and pattern: what is new is among them by itself. */
public final class Addresses {

    private static final Set<String> OPEN = Set.of("/login", "/error");

    private Addresses() {}

    /** Returns those that are not for everyone. */
    public static Set<String> closed(RequestMappingHandlerMapping mappings) {
        Set<String> all = new TreeSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> !OPEN.contains(pattern))
                        .flatMap(pattern -> Stream.ofNullable(
                                        mapping.getMethodsCondition().getMethods())
                                .flatMap(Set::stream)
                                .map(method -> method + " " + pattern))
                        .forEach(all::add));
        return all;
    }

    /** Returns a request to an address about the alert {@code a1} or a version or a backtest of the model {@code medical-ads}. */
    public static MockHttpServletRequestBuilder to(String address) {
        String[] words = address.split(" ", 2);
        String id = words[1].startsWith("/models") ? "medical-ads" : "a1";
        return MockMvcRequestBuilders.request(
                HttpMethod.valueOf(words[0]),
                words[1].replace("{id}", id).replace("{version}", "2").replace("{run}", "none"));
    }
}
