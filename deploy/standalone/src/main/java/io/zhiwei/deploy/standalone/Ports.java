package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where the standalone servers listen, all on 127.0.0.1.
 *
 * @param kafka port of the Kafka broker
 * @param controller port of the Kafka controller
 * @param elasticsearch port of Elasticsearch
 * @param web port of Flink's web page
 * @param console port of the console
 */
public record Ports(int kafka, int controller, int elasticsearch, int web, int console) {

    private static final int LAST_PORT = 65_535;

    /** Returns ports that are free now: for tests. */
    public static Ports free() throws IOException {
        try (ServerSocket a = socket(0);
                ServerSocket b = socket(0);
                ServerSocket c = socket(0);
                ServerSocket d = socket(0);
                ServerSocket e = socket(0)) {
            return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort(), e.getLocalPort());
        }
    }

    /**
     * Refuses ports on which something listens.
     *
     * @throws Refusal that names the port and the option that changes it
     */
    public void requireFree() {
        requireFree(kafka, "Kafka", "--kafka-port");
        requireFree(controller, "Kafka's controller", "--kafka-port");
        requireFree(elasticsearch, "Elasticsearch", "--elasticsearch-port");
        requireFree(web, "Flink's web page", "--web-port");
        requireFree(console, "the console", "--console-port");
    }

    /** Returns the address of Kafka. */
    public String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    /** Returns the address of Flink's web page. */
    public String webUrl() {
        return "http://127.0.0.1:" + web;
    }

    /** Returns the address of the console. */
    public String consoleUrl() {
        return "http://127.0.0.1:" + console;
    }

    /** Returns the address of Elasticsearch. */
    public String elasticsearchUrl() {
        return "http://127.0.0.1:" + elasticsearch;
    }

    private static void requireFree(int port, String what, String option) {
        if (port < 1 || port > LAST_PORT) {
            throw new Refusal(port + ", meant for " + what + ", is no port. Give 1 to 65535 with " + option + ".");
        }
        try (ServerSocket socket = socket(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new Refusal(
                    "Port " + port + ", meant for " + what
                            + ", is taken. Stop what listens there or choose another with " + option + ".",
                    e);
        }
    }

    private static ServerSocket socket(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
