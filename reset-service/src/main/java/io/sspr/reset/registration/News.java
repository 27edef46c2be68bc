package io.sspr.reset.registration;

import java.util.Optional;
import java.util.stream.Stream;

/** What has just been done, when the overview is shown again. */
enum News {
    REGISTERED,
    REMOVED,
    CONFIRMED;

    /** Empty for what is none, and for null. */
    static Optional<News> named(String name) {
        return Stream.of(values()).filter(news -> news.name().equals(name)).findFirst();
    }
}
