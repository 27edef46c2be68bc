package io.sspr.sandbox.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import org.junit.jupiter.api.Test;

class LargeDirectoryTest {
    private final LargeDirectory directory = new LargeDirectory(1_200);

    @Test
    void holdsUsersAndTheirGroups() {
        Entry last = directory.object(directory.size() - 1);

        assertThat(directory.size()).isEqualTo(1_200 + 3);
        assertThat(directory.object(1_199).hasObjectClass("user")).isTrue();
        assertThat(last.getAttributeValues("member"))
                .hasSize(200)
                .contains(directory.object(1_199).getDN());
    }

    @Test
    void changedUsersAreFoundByTheNumberOfTheirChange() throws LDAPException {
        long before = highest();

        directory.change(7);

        Filter changed = Filter.createGreaterOrEqualFilter("uSNChanged", Long.toString(before + 1));
        assertThat(highest()).isEqualTo(before + 7);
        assertThat(countOf(changed)).isEqualTo(7);
    }

    private int countOf(Filter wanted) throws LDAPException {
        int found = 0;
        for (int i = 0; i < directory.size(); i++) {
            found += wanted.matchesEntry(directory.object(i)) ? 1 : 0;
        }
        return found;
    }

    private long highest() {
        return directory.root().getAttributeValueAsLong("highestCommittedUSN");
    }
}
