package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, alone in a folder with a space, on a machine that has only the programs that are put there. */
class LauncherTest {

    private static final List<String> PROGRAMS = List.of(
            "bash",
            "env",
            "dirname",
            "basename",
            "readlink",
            "grep",
            "sed",
            "sort",
            "head",
            "find",
            "cat",
            "touch",
            "mv",
            "rm");

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path programs = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        home = Files.createDirectories(folder.resolve("a home"));
        programs = Files.createDirectories(folder.resolve("bin"));
        String launcher = Files.readString(Home.find().folder().resolve("zhiwei"));
        Path copy = Files.writeString(
                home.resolve("zhiwei"),
                launcher.replace("/usr/lib/jvm", folder + "/none").replace("/Library/Java", folder + "/none"));
        assertThat(copy.toFile().setExecutable(true)).isTrue();
        for (String program : PROGRAMS) {
            Path real = Path.of("/usr/bin", program);
            program(
                    programs.resolve(program),
                    "exec " + (Files.exists(real) ? real : Path.of("/bin", program)) + " \"$@\"");
        }
    }

    @Test
    void saysThatTheJdkIsMissing() throws Exception {
        assertThat(launch("", "run"))
                .isEqualTo("2 zhiwei: JDK 17 is missing (JAVA_HOME is ''): install it, on Debian"
                        + " 'apt-get install openjdk-17-jdk-headless', or set JAVA_HOME.\n");
    }

    @Test
    void saysThatTheJdkIsAnother() throws Exception {
        Path jdk = folder.resolve("jdk");
        program(jdk.resolve("bin/javac"), "echo javac 11.0.2");

        assertThat(launch(jdk.toString(), "run"))
                .startsWith("2 zhiwei: JDK 17 is missing (JAVA_HOME is '" + jdk + "')");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        assertThat(launch(jdk17(), "test"))
                .isEqualTo(
                        "2 zhiwei: Maven 3.8.7 or later is missing: install it, on Debian 'apt-get install maven'.\n");
    }

    @Test
    void saysThatMavenIsTooOld() throws Exception {
        maven("3.6.3");

        assertThat(launch(jdk17(), "test")).isEqualTo("2 zhiwei: Maven 3.8.7 or later is needed, 'mvn' is 3.6.3.\n");
    }

    @Test
    void testIsMavenVerifyAndNothingElse() throws Exception {
        maven("3.10.1");

        assertThat(launch(jdk17(), "test", "-pl", "models"))
                .isEqualTo("0 mvn -B -ntp verify -pl models in " + home.toRealPath() + "\n");
    }

    private String jdk17() throws IOException {
        Path jdk = folder.resolve("jdk-17");
        program(jdk.resolve("bin/javac"), "echo javac 17.0.1");
        return jdk.toString();
    }

    private void maven(String version) throws IOException {
        program(
                programs.resolve("mvn"),
                "case \"$*\" in *-v) echo Apache Maven " + version + " ;; *) echo \"mvn $* in $PWD\" ;; esac");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!" + Path.of("/bin/bash") + "\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Returns exit code and output. */
    private String launch(String javaHome, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("zhiwei").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", programs.toString());
        if (!javaHome.isEmpty()) {
            environment.put("JAVA_HOME", javaHome);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
