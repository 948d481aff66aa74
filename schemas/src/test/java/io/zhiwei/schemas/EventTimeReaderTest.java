package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTimeReaderTest {

    private final EventTimeReader reader = new EventTimeReader(EventStream.ADVERTISEMENTS);
    private final byte[] good = SingleObject.encode(Samples.advertisement());

    @Test
    void readsTheTimeWithoutTheRest() {
        long expected = Samples.advertisement().getPublishedAt().toEpochMilli();

        assertThat(reader.read(good)).isEqualTo(expected);
        assertThat(reader.read(Arrays.copyOf(good, good.length - 20))).isEqualTo(expected);
    }

    @Test
    void tellsNoTimeWhereThereIsNone() {
        byte[] unknown = good.clone();
        unknown[5]++;

        assertThat(reader.read(new byte[0])).isEqualTo(EventTimeReader.NONE);
        assertThat(reader.read(unknown)).isEqualTo(EventTimeReader.NONE);
        assertThat(reader.read(Arrays.copyOf(good, 12))).isEqualTo(EventTimeReader.NONE);
    }
}
