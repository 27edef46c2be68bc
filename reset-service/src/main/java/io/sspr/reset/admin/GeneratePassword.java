package io.sspr.reset.admin;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.Tenant;
import io.sspr.reset.password.JudgePassword;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.stream.Stream;

/**
 * Makes a password up that can be read out over the phone: 16 letters and digits, without those that look alike, drawn from more than 2^92. What the
 * rules for the account refuse is drawn again. Thread-safe.
 */
@ApplicationScoped
class GeneratePassword {
    static final int LENGTH = 16;
    static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final JudgePassword judgePassword;

    GeneratePassword(JudgePassword judgePassword) {
        this.judgePassword = judgePassword;
    }

    Secret generate(Tenant tenant, Account account) {
        return Stream.generate(this::draw)
                .filter(drawn -> judgePassword.judge(tenant, account, drawn).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Secret draw() {
        StringBuilder drawn = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, CHARACTERS.length()).forEach(index -> drawn.append(CHARACTERS.charAt(index)));
        return Secret.of(drawn.toString());
    }
}
