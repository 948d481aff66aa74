package io.zhiwei.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every released version reads what today's writers write, and is read by today's readers. */
class ReleasedSchemasTest {

    private final SchemaStore store = SchemaStore.known();

    @TestFactory
    Stream<DynamicTest> currentSchemasAreFullyCompatibleWithEveryRelease() {
        return SchemaStore.current().stream().flatMap(this::againstReleases);
    }

    private Stream<DynamicTest> againstReleases(Schema current) {
        List<Schema> versions = store.released(current.getName());
        return Stream.iterate(1, n -> n <= versions.size(), n -> n + 1)
                .map(n -> DynamicTest.dynamicTest(current.getName() + " and v" + n, () -> {
                    assertCompatible(current, versions.get(n - 1));
                    assertCompatible(versions.get(n - 1), current);
                }));
    }

    @Test
    void everyContractHasARelease() {
        assertThat(SchemaStore.current())
                .allSatisfy(
                        schema -> assertThat(store.released(schema.getName())).isNotEmpty());
    }

    @Test
    void findsCurrentAndReleasedWritersByFingerprint() {
        assertThat(SchemaStore.current()).allSatisfy(schema -> {
            assertThat(store.find(SingleObject.fingerprint(schema))).isNotNull();
            assertThat(store.released(schema.getName()))
                    .allSatisfy(version -> assertThat(store.find(SingleObject.fingerprint(version)))
                            .isNotNull());
        });
        assertThat(store.find(42L)).isNull();
    }

    @Test
    void everyStreamNamesFieldsOfItsSchema() {
        assertThat(EventStream.all()).allSatisfy(stream -> {
            assertThat(EventStream.ofTopic(stream.topic())).isSameAs(stream);
            assertThat(stream.schema()
                            .getFields()
                            .get(stream.idField())
                            .schema()
                            .getType())
                    .isEqualTo(Schema.Type.STRING);
            assertThat(stream.schema()
                            .getFields()
                            .get(stream.timeField())
                            .schema()
                            .getType())
                    .isEqualTo(Schema.Type.LONG);
        });
    }

    private static void assertCompatible(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility result =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        assertThat(result.getType()).as(result.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
