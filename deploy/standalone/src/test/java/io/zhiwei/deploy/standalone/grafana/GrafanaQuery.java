package io.zhiwei.deploy.standalone.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;

/**
 * What Grafana's Elasticsearch data source sends for a query: a header line and a body line of {@code _msearch}. Written
 * after {@code pkg/tsdb/elasticsearch} of Grafana (AGPL, not copied), for the parts of the query model that the dashboards
 * use; anything else is an error.
 *
 * @param from start of the dashboard's time, inclusive
 * @param to its end
 * @param variables value of each variable, in Lucene's syntax
 */
record GrafanaQuery(Instant from, Instant to, Map<String, String> variables) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int POINTS = 200;

    /** Returns both lines. */
    String lines(Dashboard.Target target) {
        ObjectNode header = JSON.createObjectNode();
        header.put("ignore_unavailable", true).put("index", target.index());
        return header + "\n" + body(target.json()) + "\n";
    }

    private ObjectNode body(JsonNode target) {
        ObjectNode body = JSON.createObjectNode();
        JsonNode first = target.path("metrics").path(0);
        boolean documents = first.path("type").asText().equals("raw_data");
        body.put("size", documents ? first.path("settings").path("size").asInt() : 0);
        filter(target, body.putObject("query").putObject("bool"));
        if (documents) {
            String time = target.path("timeField").asText();
            var sort = body.putArray("sort");
            sort.addObject().putObject(time).put("order", "desc").put("unmapped_type", "boolean");
            sort.addObject().putObject("_doc").put("order", "desc");
            body.putObject("script_fields");
            body.putArray("docvalue_fields").add(time);
        } else {
            buckets(target, target.path("bucketAggs").elements(), body);
        }
        return body;
    }

    private void filter(JsonNode target, ObjectNode bool) {
        var filters = bool.putArray("filter");
        filters.addObject()
                .putObject("range")
                .putObject(target.path("timeField").asText())
                .put("format", "epoch_millis")
                .put("gte", from.toEpochMilli())
                .put("lte", to.toEpochMilli());
        String query = interpolated(target.path("query").asText());
        if (!query.isEmpty()) {
            filters.addObject()
                    .putObject("query_string")
                    .put("analyze_wildcard", true)
                    .put("query", query);
        }
    }

    private String interpolated(String query) {
        String result = query;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            result = result.replace("$" + variable.getKey(), variable.getValue());
        }
        if (result.contains("$")) {
            throw new IllegalArgumentException("an unknown variable: " + query);
        }
        return result;
    }

    private void buckets(JsonNode target, Iterator<JsonNode> rest, ObjectNode within) {
        if (!rest.hasNext()) {
            metrics(target, within);
            return;
        }
        JsonNode bucket = rest.next();
        ObjectNode aggregation =
                within.withObject("/aggs").putObject(bucket.path("id").asText());
        String type = bucket.path("type").asText();
        bucket(type, bucket.path("settings"), bucket.path("field").asText(), aggregation.putObject(type));
        buckets(target, rest, aggregation);
    }

    private void bucket(String type, JsonNode settings, String field, ObjectNode to) {
        if (!type.equals("filters")) {
            to.put("field", field);
        }
        switch (type) {
            case "terms" -> {
                to.put("size", settings.path("size").asInt())
                        .put("min_doc_count", settings.path("min_doc_count").asInt());
                to.putObject("order")
                        .put(
                                settings.path("orderBy").asText(),
                                settings.path("order").asText());
            }
            case "date_histogram" -> dateHistogram(settings, to);
            case "histogram" ->
                to.put("interval", settings.path("interval").asDouble())
                        .put("min_doc_count", settings.path("min_doc_count").asInt());
            case "geohash_grid" ->
                to.put("precision", settings.path("precision").asInt());
            case "filters" -> {
                ObjectNode named = to.putObject("filters");
                settings.path("filters")
                        .forEach(one -> named.putObject(one.path("label").asText())
                                .putObject("query_string")
                                .put("analyze_wildcard", true)
                                .put("query", interpolated(one.path("query").asText())));
            }
            default -> throw new IllegalArgumentException("a bucket that is not translated: " + type);
        }
    }

    private void dateHistogram(JsonNode settings, ObjectNode to) {
        String interval = settings.path("interval").asText();
        long millis = Math.max(1, Duration.between(from, this.to).toMillis() / POINTS);
        to.put("fixed_interval", interval.equals("auto") ? millis + "ms" : interval);
        to.put("min_doc_count", settings.path("min_doc_count").asInt());
        to.put("format", "epoch_millis");
        // Minutes of a month would be more buckets than Elasticsearch gives: Grafana bounds only what it asks for.
        to.putObject("extended_bounds").put("min", from.toEpochMilli()).put("max", this.to.toEpochMilli());
    }

    private static void metrics(JsonNode target, ObjectNode within) {
        for (JsonNode metric : target.path("metrics")) {
            String type = metric.path("type").asText();
            if (!type.equals("count")) {
                within.withObject("/aggs")
                        .putObject(metric.path("id").asText())
                        .putObject(type)
                        .put("field", metric.path("field").asText());
            }
        }
    }

    /** Returns the lines for the values of a variable. */
    String lines(JsonNode variable) {
        try {
            JsonNode query = JSON.readTree(variable.path("query").asText());
            if (!query.path("find").asText().equals("terms")) {
                throw new IllegalArgumentException("a variable that is not translated: " + query);
            }
            ObjectNode header = JSON.createObjectNode();
            header.put("ignore_unavailable", true)
                    .put("index", variable.path("datasource").path("uid").asText());
            ObjectNode body = JSON.createObjectNode().put("size", 0);
            body.putObject("aggs")
                    .putObject("1")
                    .putObject("terms")
                    .put("field", query.path("field").asText())
                    .put("size", query.path("size").asInt())
                    .putObject("order")
                    .put("_key", "asc");
            return header + "\n" + body + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("no query: " + variable, e);
        }
    }
}
