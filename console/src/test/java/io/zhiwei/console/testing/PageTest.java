package io.zhiwei.console.testing;

import io.zhiwei.console.Console;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole console with its real model library, its index and topic in memory. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Console.class,
        properties = {
            "zhiwei.models=${zhiwei.home}/models/library",
            "zhiwei.regions=${zhiwei.home}/models/reference/regions.yaml",
            "zhiwei.folder=target/test-console"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(MemoryEdges.class)
public @interface PageTest {}
