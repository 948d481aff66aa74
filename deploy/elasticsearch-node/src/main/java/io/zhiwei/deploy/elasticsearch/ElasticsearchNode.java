package io.zhiwei.deploy.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.EmbeddedNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * An Elasticsearch node on 127.0.0.1. Says READY when it serves, and stops on SIGTERM or when its standard input ends, so
 * that it never outlives the process that started it.
 */
public final class ElasticsearchNode {

    private static final int BAD_USE = 2;
    private static final int SECONDS_TO_CLOSE = 20;

    private ElasticsearchNode() {}

    /** Starts the node: {@code DIR PORT}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: ElasticsearchNode DIR PORT");
            System.exit(BAD_USE);
        }
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(home.resolve("config"));
        LogConfigurator.configureESLogging();
        EmbeddedNode node = new EmbeddedNode(
                new Environment(settings(home, arguments[1]), home.resolve("config")),
                List.of(Netty4Plugin.class, ChineseAnalysisPlugin.class, RestRootPlugin.class));
        node.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        System.out.println("READY http://127.0.0.1:" + arguments[1]);
        waitForEndOfInput();
        System.exit(0);
    }

    private static Settings settings(Path home, String port) {
        return Settings.builder()
                .put("node.name", "zhiwei-1")
                .put("cluster.name", "zhiwei")
                .put("path.home", home.toString())
                .put("path.data", home.resolve("data").toString())
                .put("path.logs", home.resolve("logs").toString())
                .put("discovery.type", "single-node")
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", "0")
                // A developer's disk that is fuller than 90 % would otherwise make every index read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .build();
    }

    private static void close(EmbeddedNode node) {
        try {
            node.prepareForClose();
            node.close();
            if (!node.awaitClose(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                System.err.println("Elasticsearch did not close within " + SECONDS_TO_CLOSE + " s");
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("Elasticsearch did not close cleanly: " + e.getMessage());
        }
    }

    private static void waitForEndOfInput() throws IOException {
        byte[] ignored = new byte[64];
        while (System.in.read(ignored) >= 0) {
            // Only the end counts.
        }
    }
}
