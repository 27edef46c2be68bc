package io.sspr.reset.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Secret;
import io.sspr.reset.directory.Account;
import io.sspr.reset.directory.TestDirectory;
import io.sspr.reset.password.JudgePassword;
import io.sspr.reset.password.TestJudgement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratePasswordTest {
    private static final int MANY = 2000;

    private final JudgePassword judgePassword = TestJudgement.withoutBreaches();
    private final GeneratePassword generatePassword = new GeneratePassword(judgePassword);
    private final Account account =
            TestDirectory.account().person("Ann", "Bond").build();

    @Test
    void passesTheRulesThatBindTheUser_R_CLD_01_R_BAN_01() {
        assertThat(generated())
                .allSatisfy(password -> assertThat(judgePassword.judge(Cast.CONTOSO, account, password))
                        .isEmpty());
    }

    @Test
    void isDrawnFromMoreThanNinetyBits() {
        double bits = GeneratePassword.LENGTH * Math.log(GeneratePassword.CHARACTERS.length()) / Math.log(2);

        assertThat(bits).isGreaterThan(92);
        assertThat(GeneratePassword.CHARACTERS.chars().distinct().count())
                .isEqualTo(GeneratePassword.CHARACTERS.length());
    }

    @Test
    void usesEveryCharacterAndNeverTheSamePasswordTwice() {
        Set<String> passwords = new HashSet<>();
        Set<Integer> used = new HashSet<>();
        generated().map(Secret::reveal).forEach(password -> {
            passwords.add(password);
            password.chars().forEach(used::add);
        });

        assertThat(passwords).hasSize(MANY).allMatch(password -> password.length() == GeneratePassword.LENGTH);
        assertThat(used).hasSize(GeneratePassword.CHARACTERS.length());
    }

    @Test
    void hasNoCharactersThatLookAlike() {
        assertThat(GeneratePassword.CHARACTERS).doesNotContain("0", "O", "o", "1", "l", "I");
    }

    private Stream<Secret> generated() {
        return Stream.generate(() -> generatePassword.generate(Cast.CONTOSO, account))
                .limit(MANY);
    }
}
