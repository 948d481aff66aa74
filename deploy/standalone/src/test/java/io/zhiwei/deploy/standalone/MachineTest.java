package io.zhiwei.deploy.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void wantsJdk17() {
        assertThatThrownBy(new Machine(21, 8_000)::require)
                .isInstanceOf(Refusal.class)
                .hasMessage("Zhiwei runs with JDK 17, this is 21. Set JAVA_HOME to a JDK 17.");
    }

    @Test
    void wantsEnoughMemory() {
        assertThatThrownBy(new Machine(17, 1_024)::require)
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("A run needs ")
                .hasMessageContaining("there are 1.0 GB");
    }

    @Test
    void isContentWithBoth() {
        assertThatCode(new Machine(17, Machine.NEEDED_MEGABYTES)::require).doesNotThrowAnyException();
    }

    @Test
    void seesThisMachine() {
        assertThat(Machine.here().javaVersion()).isEqualTo(Runtime.version().feature());
        assertThat(Machine.here().freeMegabytes()).isPositive();
    }
}
