package io.zhiwei.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.zhiwei.console.audit.AuditIndexer;
import io.zhiwei.console.kafka.TopicWriter;

/** The console reads alerts and appends decisions; it neither knows the jobs nor writes an alert. */
@AnalyzeClasses(packages = "io.zhiwei.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IT_DOES_NOT_KNOW_THE_JOBS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.zhiwei.jobs..", "io.zhiwei.deploy..", "org.apache.flink..");

    @ArchTest
    static final ArchRule ONLY_DECISIONS_ARE_WRITTEN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TopicWriter.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..");

    @ArchTest
    static final ArchRule NO_DOCUMENT_BUT_OF_THE_AUDIT_IS_WRITTEN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(AuditIndexer.class.getName())
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("co.elastic.clients.elasticsearch.core.IndexRequest")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("co.elastic.clients.elasticsearch.core.UpdateRequest")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("co\\.elastic\\.clients\\.elasticsearch\\.core\\.BulkRequest.*")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("co.elastic.clients.elasticsearch.core.DeleteRequest");

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_THE_SERVERS = noClasses()
            .that()
            .resideInAPackage("io.zhiwei.console.web..")
            .and()
            .doNotHaveSimpleName("Edges")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("co.elastic..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER_IN_A_CIRCLE =
            slices().matching("io.zhiwei.console.(*)..").should().beFreeOfCycles();
}
