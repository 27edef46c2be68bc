package io.sspr.reset.directory;

import java.util.List;
import java.util.stream.Stream;

/** Groups of which an account is in all or in none. */
final class TestGroups extends Groups {
    private final boolean exist;
    private final boolean member;
    private final List<Licence> licences;

    TestGroups(boolean exist, boolean member, List<Licence> licences) {
        super(null);
        this.exist = exist;
        this.member = member;
        this.licences = licences;
    }

    @Override
    public boolean exists(String tenant, String group) {
        return exist;
    }

    @Override
    public boolean isMember(Account account, String group) {
        return member;
    }

    @Override
    public Stream<Licence> licencesOf(Account account) {
        return licences.stream();
    }

    @Override
    public boolean holdsPremiumLicence(String tenant) {
        return licences.stream().anyMatch(Licence.premium().toList()::contains);
    }
}
