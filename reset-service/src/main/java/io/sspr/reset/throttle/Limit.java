package io.sspr.reset.throttle;

import io.sspr.reset.ResetConfig;
import java.time.Duration;
import java.util.function.Function;

/** Every bucket in which attempts are counted, with how many are too many within which time, unless the operator sets something else. */
public enum Limit {
    /** Typed numbers, text messages, calls and typed codes. Source: R-THR-01. */
    PHONE(5, Duration.ofMinutes(60), ResetConfig.Throttle::phone),

    /** Source: R-THR-02. */
    QUESTIONS(5, Duration.ofMinutes(60), ResetConfig.Throttle::questions),

    /** Whole resets. Source: R-THR-03, R-THR-11. */
    RESET(5, Duration.ofMinutes(60), ResetConfig.Throttle::reset),

    /** Source: R-THR-04. */
    MAIL_SEND(10, Duration.ofMinutes(10), ResetConfig.Throttle::mailSend),

    /** Typed codes; and, so that nobody is worn down by them, notifications. Source: R-THR-05. */
    APP(5, Duration.ofMinutes(60), ResetConfig.Throttle::app),

    /** Our own: codes from mails must not be guessed by having one after the other sent. */
    MAIL_CODE(5, Duration.ofMinutes(60), ResetConfig.Throttle::mailCode);

    private final int attempts;
    private final Duration window;
    private final Function<ResetConfig.Throttle, ResetConfig.Throttle.Bucket> settings;

    Limit(int attempts, Duration window, Function<ResetConfig.Throttle, ResetConfig.Throttle.Bucket> settings) {
        this.attempts = attempts;
        this.window = window;
        this.settings = settings;
    }

    int attempts(ResetConfig.Throttle throttle) {
        return settings.apply(throttle).limit().orElse(attempts);
    }

    Duration window(ResetConfig.Throttle throttle) {
        return settings.apply(throttle).window().orElse(window);
    }

    /** @throws IllegalStateException if the operator's settings make no sense; a window longer than the block would outlive it */
    void check(ResetConfig.Throttle throttle) {
        Duration length = window(throttle);
        if (attempts(throttle) < 1
                || length.isNegative()
                || length.isZero()
                || length.compareTo(throttle.block()) > 0) {
            throw new IllegalStateException("sspr.throttle: bucket " + name()
                    + " needs a limit of at least 1 and a window no longer than the block");
        }
    }
}
