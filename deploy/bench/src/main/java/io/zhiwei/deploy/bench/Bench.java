package io.zhiwei.deploy.bench;

import io.zhiwei.deploy.standalone.Zhiwei;
import picocli.CommandLine;

/**
 * The {@code zhiwei} command line with the bench: the launcher comes here for {@code zhiwei bench}, because nothing may
 * depend on the bench.
 */
public final class Bench {

    private Bench() {}

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command line of the product with the bench added. */
    static CommandLine commandLine() {
        CommandLine line = Zhiwei.commandLine();
        CommandLine.IExecutionExceptionHandler handler = line.getExecutionExceptionHandler();
        line.addSubcommand(new BenchCommand());
        return line.setExecutionExceptionHandler(handler);
    }
}
