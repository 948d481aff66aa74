package io.zhiwei.jobs.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** A bulk endpoint with external versions, whose answers a test decides document by document or request by request. */
public final class FakeElasticsearch implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final HttpServer server;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> documents = new ConcurrentHashMap<>();
    private final Queue<Integer> requestStatuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile ToIntFunction<String> documentStatus = id -> OK;

    private FakeElasticsearch(HttpServer server) {
        this.server = server;
        server.createContext("/_bulk", this::bulk);
    }

    /** Starts one on a port; 0 takes a free one. */
    public static FakeElasticsearch start(int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            FakeElasticsearch fake = new FakeElasticsearch(server);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers the next requests as a whole with these statuses. */
    public FakeElasticsearch answerRequests(Integer... statuses) {
        requestStatuses.addAll(List.of(statuses));
        return this;
    }

    /** Decides the status of a document by its id; 200 stores it. */
    public FakeElasticsearch answerDocuments(ToIntFunction<String> status) {
        documentStatus = status;
        return this;
    }

    /** Returns the stored documents by id. */
    public Map<String, JsonNode> documents() {
        return documents;
    }

    /** Returns the field {@code text} of a stored document. */
    public String text(String id) {
        return Objects.requireNonNull(documents.get(id), id).path("text").asText();
    }

    /** Returns how many bulk requests came. */
    public int requests() {
        return requests.get();
    }

    private void bulk(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer status = requestStatuses.poll();
        if (status == null) {
            answer(exchange, OK, items(body));
        } else {
            ObjectNode error = JSON.createObjectNode().put("status", status);
            error.putObject("error").put("type", "scripted").put("reason", "by the test");
            answer(exchange, status, error);
        }
    }

    private ObjectNode items(String body) throws IOException {
        ObjectNode response = JSON.createObjectNode().put("took", 1).put("errors", false);
        ArrayNode items = response.putArray("items");
        List<String> lines = body.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            JsonNode action = JSON.readTree(lines.get(i)).get("index");
            items.addObject().set("index", item(action, lines.get(i + 1)));
        }
        return response;
    }

    private synchronized ObjectNode item(JsonNode action, String document) throws IOException {
        String id = action.get("_id").asText();
        long version = action.get("version").asLong();
        int status = documentStatus.applyAsInt(id);
        if (status == OK && versions.getOrDefault(id, -1L) >= version) {
            status = CONFLICT;
        }
        ObjectNode item = JSON.createObjectNode()
                .put("_index", action.get("_index").asText())
                .put("_id", id)
                .put("status", status == OK ? CREATED : status);
        if (status == OK) {
            versions.put(id, version);
            documents.put(id, JSON.readTree(document));
            item.put("_version", version).put("result", "created");
        } else {
            item.putObject("error").put("type", "scripted").put("reason", "status " + status);
        }
        return item;
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
