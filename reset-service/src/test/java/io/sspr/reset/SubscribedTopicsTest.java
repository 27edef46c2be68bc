package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Topics;
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
    void areThePublishedOnesThatNameThisServiceAsReader_R_WB_21() {
        List<String> published = Arrays.stream(Topics.values())
                .filter(topic -> topic.readers().contains("reset-service"))
                .map(topic -> topic.isPerTenant() ? topic.pattern() : topic.template())
                .toList();

        assertThat(channels().map(channel -> properties.getProperty(PREFIX + channel + ".topic")))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void areReadOfEveryTenant_R_WB_21() {
        assertThat(channels()).allSatisfy(channel -> {
            String topic = properties.getProperty(PREFIX + channel + ".topic");
            boolean perTenant = topic.endsWith("[^.]+");
            assertThat(properties.getProperty(PREFIX + channel + ".pattern", "false"))
                    .as(channel)
                    .isEqualTo(String.valueOf(perTenant));
        });
    }

    private Stream<String> channels() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(".topic"))
                .map(name -> name.substring(PREFIX.length(), name.length() - ".topic".length()));
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
