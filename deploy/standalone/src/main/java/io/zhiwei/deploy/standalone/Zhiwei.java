package io.zhiwei.deploy.standalone;

import io.zhiwei.models.definition.DefinitionException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 good, 1 a check failed, 2 wrong use or bad input. */
@Command(
        name = "zhiwei",
        description = {
            "Real-time risk early warning for drug and market regulators.",
            "面向药品与市场监管的实时风险预警。",
            "",
            "'zhiwei test' builds everything and runs every test; 'zhiwei bench' measures speed.",
            "'zhiwei test' 构建并运行全部测试；'zhiwei bench' 测量性能。"
        },
        subcommands = {
            RunCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            TrainCommand.class,
            SignalsCommand.class,
            SimulateCommand.class,
            BacktestCommand.class,
            TrialCommand.class,
            AuditCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        version = "zhiwei 0.1.0")
public final class Zhiwei implements Runnable {

    private static final int BAD_USE = 2;
    private static final int FAILED = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command line, so that tests can run it in place. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Zhiwei());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((exception, command, result) -> explain(exception, command));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception exception, CommandLine command) {
        if (exception instanceof Refusal || exception instanceof DefinitionException) {
            command.getErr().println(exception.getMessage());
            return BAD_USE;
        }
        if (exception instanceof java.io.IOException) {
            command.getErr()
                    .println(
                            exception.getMessage() + " (" + exception.getClass().getSimpleName() + ")");
            return BAD_USE;
        }
        command.getErr().println("zhiwei failed where it should not. Please report this:");
        exception.printStackTrace(command.getErr());
        return FAILED;
    }
}
