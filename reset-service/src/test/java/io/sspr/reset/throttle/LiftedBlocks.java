package io.sspr.reset.throttle;

import io.sspr.contract.Person;
import io.sspr.reset.directory.Account;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;

/** Remembers whose blocks were lifted. */
@Vetoed
public final class LiftedBlocks extends LiftBlock {
    private final List<Account> accounts = new ArrayList<>();

    public LiftedBlocks() {
        super(null, null, null);
    }

    @Override
    public void lift(Account account, Person by) {
        accounts.add(account);
    }

    public List<Account> accounts() {
        return accounts;
    }
}
