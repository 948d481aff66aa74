package io.zhiwei.deploy.standalone;

import java.io.PrintWriter;

/** Where a run speaks: lines, and on a terminal below them a last one that is drawn again and again. */
final class Screen {

    private static final String START_OF_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean terminal;
    private String status = "";

    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    /** Writes a line above the status. */
    synchronized void line(String text) {
        if (terminal && !status.isEmpty()) {
            out.print(START_OF_LINE);
        }
        out.println(text);
        out.print(status);
        out.flush();
    }

    /** Draws the status again; off a terminal there is none. */
    synchronized void status(String text) {
        if (terminal) {
            status = text.strip();
            out.print(START_OF_LINE + status);
            out.flush();
        }
    }

    /** Leaves the last status standing. */
    synchronized void endStatus() {
        if (!status.isEmpty()) {
            out.println();
        }
        status = "";
        out.flush();
    }
}
