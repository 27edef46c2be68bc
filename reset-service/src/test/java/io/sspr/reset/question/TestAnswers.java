package io.sspr.reset.question;

import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The security answers of a test, in memory. */
@Vetoed
class TestAnswers extends SecurityAnswers {
    private final Map<UUID, List<SecurityAnswer>> rows = new HashMap<>();

    @Override
    public int registered(UUID account) {
        return ofAccount(account).size();
    }

    @Override
    List<SecurityAnswer> ofAccount(UUID account) {
        return rows.getOrDefault(account, List.of());
    }

    @Override
    void replace(UUID account, List<SecurityAnswer> answers) {
        rows.put(account, answers);
    }
}
