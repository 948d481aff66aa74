package io.zhiwei.console;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the console finds what it reads.
 *
 * @param folder its own folder: hashed passwords
 * @param elasticsearch address of Elasticsearch
 * @param bootstrapServers address of Kafka
 * @param models folder of the model library
 * @param regions table of regions
 * @param watchInput whether the console ends with its standard input, as a child of the command line does
 */
@ConfigurationProperties("zhiwei")
public record ConsoleSettings(
        @DefaultValue("console-data") Path folder,
        @DefaultValue("http://127.0.0.1:9200") String elasticsearch,
        @DefaultValue("127.0.0.1:9092") String bootstrapServers,
        @DefaultValue("models/library") Path models,
        @DefaultValue("models/reference/regions.yaml") Path regions,
        @DefaultValue("false") boolean watchInput) {

    /** Returns the table of English names, which lies beside that of the regions. */
    public Path names() {
        return regions.resolveSibling("names.yaml");
    }

    /** Refuses addresses that cannot be meant. */
    public ConsoleSettings {
        if (!elasticsearch.matches("https?://.+")) {
            throw new IllegalArgumentException("zhiwei.elasticsearch is '" + elasticsearch
                    + "', no address. Give one such as http://127.0.0.1:9200.");
        }
        if (!bootstrapServers.matches("[^\\s:]+:\\d+(,[^\\s:]+:\\d+)*")) {
            throw new IllegalArgumentException("zhiwei.bootstrap-servers is '" + bootstrapServers
                    + "', no list of host:port. Give one such as 127.0.0.1:9092.");
        }
    }
}
