package io.sspr.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Topics;
import io.sspr.contract.delivery.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscribedTopicsTest {
    private static final String PREFIX = "mp.messaging.incoming.";

    private final Properties properties = properties();

    @Test
    void areThePublishedOnesThatNameThisServiceAsReader() {
        List<String> published = Arrays.stream(Topics.values())
                .filter(topic -> topic.readers().contains("notification-service"))
                .map(Topics::template)
                .toList();

        assertThat(channels()
                        .map(channel -> channel + ".topic")
                        .map(properties::getProperty)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void areReadByAGroupPerChannelSoThatNoneHoldsUpAnother() {
        assertThat(channels().map(channel -> properties.getProperty(channel + ".group.id")))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void requestsAreReadOncePerWayToReachPeople_R_ERR_95() {
        String requests = Topics.DELIVERY_REQUESTS.template();

        assertThat(channels().filter(channel -> requests.equals(properties.getProperty(channel + ".topic"))))
                .hasSize(Channel.values().length);
    }

    private Stream<String> channels() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(".topic"))
                .map(name -> name.substring(0, name.length() - ".topic".length()));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = SubscribedTopicsTest.class.getResourceAsStream("/application.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
