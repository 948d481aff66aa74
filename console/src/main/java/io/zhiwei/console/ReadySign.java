package io.zhiwei.console;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says READY with the address when pages are served. Where {@link ConsoleSettings#watchInput} is set the console ends with
 * its standard input, so that it never outlives the process that started it.
 */
@Component
final class ReadySign {

    private final ConsoleSettings settings;
    private volatile int port;

    ReadySign(ConsoleSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void serves(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut") // Read by the process that started this one.
    void ready() {
        System.out.println("READY http://127.0.0.1:" + port);
        if (settings.watchInput()) {
            Thread watch = new Thread(ReadySign::endWithTheInput, "end-with-the-input");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void endWithTheInput() {
        byte[] ignored = new byte[64];
        try {
            while (System.in.read(ignored) >= 0) {
                // Only the end counts.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        System.exit(0);
    }
}
