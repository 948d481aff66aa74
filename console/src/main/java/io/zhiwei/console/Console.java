package io.zhiwei.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The console's web server. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Console {

    /** Starts it with settings such as {@code --zhiwei.elasticsearch=http://127.0.0.1:9200}; see {@link ConsoleSettings}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Console.class, arguments);
    }
}
