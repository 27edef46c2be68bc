package io.sspr.e2e;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sspr.contract.Fact;
import io.sspr.contract.seal.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that a compiler does not know, for the code of the product (not of the sandbox, which is the world outside). */
class HouseRulesTest {
    private static final List<String> MODULES = List.of(
            "event-contract", "outbox", "reset-service", "writeback-agent", "notification-service", "audit-service");

    /** The classes that speak SQL; one per group of tables. */
    private static final Set<String> STORES = Set.of(
            "Tenants",
            "Accounts",
            "Groups",
            "BrowseGroups",
            "Holdings",
            "ResetSessions",
            "Challenges",
            "Authenticators",
            "SecurityAnswers",
            "SecurityInfos",
            "Verifications",
            "AttemptCounters",
            "HelpRequests",
            "SolvedPuzzles",
            "StoredAnswers",
            "SetupTokens",
            "SignInLockouts",
            "AgentKeys",
            "OnboardingTokens",
            "DistrustedMessages",
            "AgentRequests",
            "AgentStatuses",
            "OpenApprovals",
            "SyncRuns",
            "SyncedAccounts",
            "SyncedGroups",
            "SyncMemory",
            "Ledger",
            "EventLog",
            "DirectoryAudits",
            "Outbox",
            "OutboxRelay",
            "Inbox");

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final JavaClasses CODE = new ClassFileImporter()
            .importPaths(MODULES.stream()
                    .map(module -> PROJECT.resolve(module).resolve("target/classes"))
                    .toList());

    @Test
    void noServiceDependsOnAnother() {
        slices().matching("io.sspr.(reset|agent|notification|audit)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void theContractKnowsNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.sspr.contract..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.sspr.contract..", "java..", "com.fasterxml.jackson..", "org.jose4j..")
                .check(CODE);
    }

    @Test
    void theOutboxHasThreePublicClasses() {
        assertThat(CODE.that(resideInAPackage("io.sspr.outbox")).stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(type -> type.getSimpleName()))
                .containsExactlyInAnyOrder("Outbox", "OutboxRelay", "Inbox");
    }

    @Test
    void sqlIsInStoresOnly() {
        noClasses()
                .that(not(DescribedPredicate.describe(
                        "stores", type -> STORES.contains(outermost(type).getSimpleName()))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager")
                .orShould()
                .beAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                .check(CODE);
    }

    @Test
    void everyStoreExists() {
        assertThat(CODE.stream().map(JavaClass::getSimpleName)).containsAll(STORES);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
        noClasses()
                .that(not(simpleNameEndingWith("Clock")))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CODE);
    }

    @Test
    void noFactHoldsASecret() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Fact.class)
                .should()
                .notHaveRawType(Secret.class)
                .check(CODE);
    }

    @Test
    void appsAreAddedAtRegistrationOnly_R_APP_04() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..registration..", "..authenticator..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("AddAuthenticator")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleName("SetUpAuthenticator")
                .check(CODE);
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..impl..",
                        "..dto..",
                        "..service..",
                        "..mapper..",
                        "..helper..")
                .check(CODE);
    }

    @Test
    void topicNamesAreInTopicsOnly() {
        assertThat(sourcesWith("\"[^\"]*sspr\\.[a-z]+\\.(events|requests|results)[^\"]*\""))
                .containsExactly("Topics.java");
    }

    @Test
    void nothingCatchesEverything() {
        assertThat(sourcesWith("catch \\((final )?(Exception|Throwable|RuntimeException|Error)\\b"))
                .isEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::outermost).orElse(type);
    }

    /** The names of the main source files in which the expression occurs. */
    private static List<String> sourcesWith(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return MODULES.stream()
                .flatMap(module -> sources(PROJECT.resolve(module).resolve("src/main/java")))
                .filter(source -> pattern.matcher(read(source)).find())
                .map(source -> source.getFileName().toString())
                .toList();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
