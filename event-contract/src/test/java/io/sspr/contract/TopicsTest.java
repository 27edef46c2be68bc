package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Topics.Kind;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
    @ParameterizedTest
    @EnumSource
    void requestsAreGoneWithinFiveMinutes_R_WB_31f(Topics topic) {
        if (topic.kind() == Kind.REQUESTS) {
            assertThat(topic.retention()).isLessThanOrEqualTo(Duration.ofMinutes(5));
        } else {
            assertThat(topic.retention()).isGreaterThanOrEqualTo(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void patternFindsTheTopicOfEveryTenant(Topics topic) {
        assertThat(topic.of("contoso")).matches(topic.pattern());
        assertThat(Topics.named(topic.of("contoso"))).contains(topic);
    }

    @ParameterizedTest
    @EnumSource
    void patternPassesOverDeadLetters(Topics topic) {
        assertThat(Topics.deadLetter(topic.of("contoso"), "audit-service")).doesNotMatch(topic.pattern());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "A", "-a", "a-", "ä", "a b", "a/b"})
    void refusesTenantIdsThatWouldLeaveTheirTopic(String tenant) {
        assertThatThrownBy(() -> Topics.WRITEBACK_REQUESTS.of(tenant)).isInstanceOf(IllegalArgumentException.class);
    }
}
