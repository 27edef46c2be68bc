package io.sspr.reset.writeback;

import io.sspr.contract.reset.Notice;
import io.sspr.contract.reset.Notice.Audience;
import io.sspr.reset.directory.Account;
import jakarta.enterprise.inject.Vetoed;
import java.util.List;

/** Has the user and another administrator told of everything. */
@Vetoed
public final class NoticeToUser extends ChooseRecipients {
    public static final Notice TO_USER = new Notice(Audience.USER, "alice@private.example", "en");
    private static final Notice TO_ADMINISTRATOR = new Notice(Audience.ADMINISTRATOR, "gina@contoso.example", "en");

    public NoticeToUser() {
        super(null, null);
    }

    @Override
    public List<Notice> of(Account account, String language) {
        return List.of(TO_USER, TO_ADMINISTRATOR);
    }
}
