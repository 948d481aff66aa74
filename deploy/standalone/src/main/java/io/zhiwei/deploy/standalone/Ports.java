package io.zhiwei.deploy.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

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
    private static final int FIRST_FREE = 12_000;
    private static final int LAST_FREE = 32_000;
    private static final int TRIES = 100;

    /**
     * Returns ports that are free now, for tests: in a row, as the command line takes the controller's from Kafka's, and below those
     * that the system gives to connections, which would be gone by the time a server starts.
     */
    public static Ports free() {
        Random random = new Random();
        for (int tries = 0; tries < TRIES; tries++) {
            int first = random.nextInt(FIRST_FREE, LAST_FREE);
            Ports ports = new Ports(first, first + 1, first + 2, first + 3, first + 4);
            try {
                ports.requireFree();
                return ports;
            } catch (Refusal taken) {
                // The next ones.
            }
        }
        throw new Refusal("No five ports in a row are free between " + FIRST_FREE + " and " + LAST_FREE + ".");
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
