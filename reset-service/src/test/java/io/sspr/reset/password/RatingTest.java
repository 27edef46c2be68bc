package io.sspr.reset.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.reset.PasswordRefused.Policy;
import io.sspr.contract.seal.Secret;
import io.sspr.reset.password.JudgePassword.Verdict;
import io.sspr.reset.password.Rating.RatedRule;
import io.sspr.reset.password.Rating.Standing;
import io.sspr.reset.password.Rating.Strength;
import io.sspr.reset.problem.ProblemName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RatingTest {
    private static final Standing OPEN = Standing.OPEN;
    private static final Standing MET = Standing.MET;
    private static final Standing BROKEN = Standing.BROKEN;

    @Test
    void ofNothingNothingIsSaid_R_FLW_09() {
        Rating rating = rate("", refused(Policy.CLOUD, "LENGTH", "CATEGORIES"));

        assertThat(rating.strength()).isNull();
        assertThat(standings(rating)).containsOnly(OPEN);
    }

    @Test
    void eachRuleOfTheCloudIsToldAndGuessingIsLeftOpen_R_FLW_09_R_CLD_08() {
        Rating rating = rate("ab!", refused(Policy.CLOUD, "LENGTH", "CATEGORIES"));

        assertThat(rating.strength()).isEqualTo(Strength.WEAK);
        assertThat(standings(rating)).containsExactly(BROKEN, MET, BROKEN, OPEN);
    }

    @Test
    void neitherTermNorPointsAreTold_R_BAN_07() {
        for (String rule : List.of("GLOBAL", "CUSTOM", "NAME", "BREACHED")) {
            Rating rating = rate("Qwerty12!", refused(Policy.BANNED, rule));

            assertThat(rating.strength()).isEqualTo(Strength.WEAK);
            assertThat(standings(rating)).containsExactly(MET, MET, MET, BROKEN);
        }
    }

    @Test
    void whatWouldBeTakenIsFairAndIfLongStrong_R_FLW_09() {
        assertThat(rate("Vixen-Copp7-x", Optional.empty()).strength()).isEqualTo(Strength.FAIR);
        assertThat(rate("Vixen-Copp7-xy", Optional.empty()).strength()).isEqualTo(Strength.STRONG);
        assertThat(standings(rate("Vixen-Copp7-xy", Optional.empty()))).containsOnly(MET);
    }

    private static Rating rate(String password, Optional<Verdict> refusal) {
        return Rating.of(Secret.of(password), refusal);
    }

    private static Optional<Verdict> refused(Policy policy, String... rules) {
        return Optional.of(new Verdict(policy, ProblemName.of(policy), List.of(rules)));
    }

    private static List<Standing> standings(Rating rating) {
        return rating.rules().stream().map(RatedRule::standing).toList();
    }
}
