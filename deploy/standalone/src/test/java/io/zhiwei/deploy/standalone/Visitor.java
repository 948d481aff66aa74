package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person with a browser that knows forms, cookies and streams, but no script. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = client();

    Visitor(String address) {
        this.address = address;
    }

    private HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Logs in and returns the page that follows. */
    HttpResponse<String> login(String name, String password) throws IOException, InterruptedException {
        return post("/login", get("/login").body(), Map.of("username", name, "password", password));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns what a link leads to, as it comes. */
    HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * Returns the lines of a stream as they come, without a limit of time and over a connection of its own: JDK 17 keeps the timer of a
     * request that was redirected, such as the login, and closes the connection when it is over, whoever uses it by then.
     */
    HttpResponse<Stream<String>> stream(String path) throws IOException, InterruptedException {
        return client().send(
                        HttpRequest.newBuilder(URI.create(address + path)).build(),
                        HttpResponse.BodyHandlers.ofLines());
    }

    /** Sends a form of a page and returns the page that follows. */
    HttpResponse<String> post(String path, String page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page);
        String form = Stream.concat(
                        token.find() ? Stream.of(Map.entry("_csrf", token.group(1))) : Stream.of(),
                        fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }
}
