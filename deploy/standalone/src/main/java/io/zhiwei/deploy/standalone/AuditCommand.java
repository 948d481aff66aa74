package io.zhiwei.deploy.standalone;

import io.zhiwei.schemas.AuditChain;
import io.zhiwei.schemas.AuditEntry;
import io.zhiwei.schemas.MessageReader;
import io.zhiwei.schemas.RefusedMessageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The record of what people asked the console for. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"The record of who saw and decided what.", "审计记录。"},
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Reads the whole topic and says where a chain is broken. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verifies that no entry was altered, removed or put between. Note the hashes that it prints somewhere else: with"
                        + " --noted it then also says whether entries were cut off at the end.",
                "校验审计链是否被篡改。"
            })
    static final class Verify implements Callable<Integer> {
        @Option(
                names = "--brokers",
                paramLabel = "HOST:PORT",
                defaultValue = "127.0.0.1:9092",
                description = "Kafka (default: ${DEFAULT-VALUE}). Kafka 地址")
        private String servers = "";

        @Option(names = "--noted", paramLabel = "HASH", description = "A hash that an earlier call printed. 此前记下的校验值")
        private @Nullable String noted;

        @Option(
                names = "--elasticsearch",
                paramLabel = "URL",
                description = "Also holds the index zhiwei-audit of this Elasticsearch against the topic. 同时核对可检索副本")
        private @Nullable String elasticsearch;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

        private final AuditIndexCheck index = new AuditIndexCheck();
        private final AuditChain chain = new AuditChain();
        private final MessageReader<AuditEntry> reader = MessageReader.specific(AuditEntry.getClassSchema());
        private long problems;
        private boolean found;

        @Override
        public Integer call() {
            try (TopicReader topic = new TopicReader(servers, "audit")) {
                topic.readToEnd(this::verify);
            } catch (KafkaException e) {
                throw new Refusal(
                        "Kafka at " + servers + " does not answer (" + e.getMessage()
                                + "). Start './zhiwei run', or name the brokers with --brokers.",
                        e);
            }
            if (elasticsearch != null) {
                verifyIndex(elasticsearch);
            }
            return tell();
        }

        private void verifyIndex(String address) {
            try {
                index.verify(address, this::problem);
            } catch (IOException e) {
                throw new Refusal(
                        "The index " + AuditIndexCheck.INDEX + " at " + address + " cannot be read (" + e.getMessage()
                                + "). Start './zhiwei run', or name another address with --elasticsearch.",
                        e);
            }
        }

        private int tell() {
            PrintWriter out = spec.commandLine().getOut();
            new TreeMap<>(chain.ends())
                    .forEach((name, last) -> out.printf(
                            "chain %s: %d entries, the last at %s, hash %s%n",
                            name, last.getNumber(), last.getAt(), last.getHash()));
            if (noted != null && !found) {
                problem("no entry has the hash " + noted + ": entries were cut off or replaced");
            }
            out.println(problems == 0 ? "Nothing was altered. 未发现篡改。" : problems + " problems. 发现篡改。");
            return problems == 0 ? 0 : 1;
        }

        private void verify(byte[] message) {
            try {
                AuditEntry entry = reader.read(message);
                index.expect(entry);
                found |= entry.getHash().equals(noted);
                chain.accept(entry).ifPresent(what -> problem("chain " + entry.getChain() + ": " + what));
            } catch (RefusedMessageException e) {
                problem("a message is no entry: " + e.getMessage());
            }
        }

        private void problem(String what) {
            problems++;
            spec.commandLine().getErr().println(what);
        }
    }
}
