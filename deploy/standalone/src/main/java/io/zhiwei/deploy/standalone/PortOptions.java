package io.zhiwei.deploy.standalone;

import picocli.CommandLine.Option;

/** The options that say where the servers listen. */
final class PortOptions {

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of Kafka; the next one is its controller's (default: ${DEFAULT-VALUE}). Kafka 端口")
    private int kafka;

    @Option(
            names = "--elasticsearch-port",
            paramLabel = "PORT",
            defaultValue = "9200",
            description = "Port of Elasticsearch (default: ${DEFAULT-VALUE}). Elasticsearch 端口")
    private int elasticsearch;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of Flink's web page (default: ${DEFAULT-VALUE}). Flink 页面端口")
    private int web;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the console (default: ${DEFAULT-VALUE}). 控制台端口")
    private int console;

    Ports ports() {
        return new Ports(kafka, kafka + 1, elasticsearch, web, console);
    }
}
