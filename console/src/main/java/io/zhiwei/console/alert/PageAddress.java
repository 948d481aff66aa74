package io.zhiwei.console.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of pages with the parameters of their filter. */
public final class PageAddress {

    private PageAddress() {}

    /** Returns the address of a page with some parameters added or replaced; an empty value takes one away. */
    public static String of(String path, Map<String, String> parameters, Map<String, ?> others) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        others.forEach((name, value) -> all.put(name, String.valueOf(value)));
        String query = all.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
