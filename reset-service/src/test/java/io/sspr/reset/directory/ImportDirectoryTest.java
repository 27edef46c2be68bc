package io.sspr.reset.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.PasswordHash;
import io.sspr.reset.problem.Fault;
import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportDirectoryTest {
    private static final Importer OPERATOR = new Importer(null, "token", "203.0.113.8");
    private static final String BOTH = TestImport.document(
            "{'userPrincipalName': 'Alice@contoso.example', 'kind': 'CLOUD_ONLY', 'password': 'Quartz-Meadow-31'},"
                    + " {'userPrincipalName': 'bob@contoso.example', 'kind': 'CLOUD_ONLY', 'password': 'Quartz-Meadow-32'}");

    private final PasswordHash hash = new PasswordHash();
    private final Map<String, String> stored = new HashMap<>();
    private Set<String> withPassword = Set.of();
    private List<Fault> conflicts = List.of();

    @Test
    void passwordsAreHashedBeforeAnythingIsStored() {
        ImportDirectory.Result result = run(BOTH);

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.accountCount()).isEqualTo(2);
        assertThat(stored).containsOnlyKeys("alice@contoso.example", "bob@contoso.example");
        assertThat(hash.matches(Secret.of("Quartz-Meadow-31"), stored.get("alice@contoso.example")))
                .isTrue();
    }

    @Test
    void whoHasAPasswordKeepsIt() {
        withPassword = Set.of("alice@contoso.example");

        assertThat(run(BOTH).warnings()).containsExactly(new Fault("accounts[0].password", "import.passwordKept"));
        assertThat(stored).containsOnlyKeys("bob@contoso.example");
    }

    @Test
    void whatOnlyTheStoreKnowsIsToldAsWell() {
        conflicts = List.of(new Fault("tenant.domains", "import.takenDomain"));

        ImportDirectory.Result result = run(BOTH);

        assertThat(result.errors()).isEqualTo(conflicts);
        assertThat(result.accountCount()).isZero();
    }

    private ImportDirectory.Result run(String json) {
        return new ImportDirectory(new Known(), new Store(), hash, null).run(TestImport.read(json), OPERATOR);
    }

    @Vetoed
    private final class Known extends Accounts {
        @Override
        Set<String> withPassword(List<String> names) {
            return withPassword;
        }
    }

    @Vetoed
    private final class Store extends StoreImport {
        Store() {
            super(null, null, null, null, null, null, null, null, null);
        }

        @Override
        boolean isKnown(String tenant) {
            return false;
        }

        @Override
        List<Fault> store(ImportDocument document, Map<String, String> hashes, Importer by) {
            stored.putAll(hashes);
            return conflicts;
        }
    }
}
