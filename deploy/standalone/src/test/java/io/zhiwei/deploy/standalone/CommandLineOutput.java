package io.zhiwei.deploy.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command said and how it ended.
 *
 * @param exitCode exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLineOutput(int exitCode, String out, String err) {

    static CommandLineOutput of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Zhiwei.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        return new CommandLineOutput(exitCode, out.toString(), err.toString());
    }
}
