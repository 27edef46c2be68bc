package io.sspr.notification.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.seal.Signature;
import io.sspr.notification.TestConfig;
import io.sspr.notification.TestKeys;
import io.sspr.notification.key.NotificationKeys;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyRequestTest {
    private static final byte[] BODY = "{\"destination\":\"+1 4251234567\"}".getBytes(UTF_8);

    @TempDir
    private static Path folder;

    private static TestKeys keys;
    private static VerifyRequest verifyRequest;

    @BeforeAll
    static void makeKeys() {
        keys = TestKeys.in(folder);
        verifyRequest = new VerifyRequest(new NotificationKeys(TestConfig.keys(folder)));
    }

    @Test
    void takesWhatResetServiceSigned() {
        assertThat(verifyRequest.isGenuine(signed(BODY, BODY, keys.resetService())))
                .isTrue();
    }

    @Test
    void passesOverAnotherBody() {
        byte[] other = "{\"destination\":\"+1 9005550100\"}".getBytes(UTF_8);

        assertThat(verifyRequest.isGenuine(signed(other, BODY, keys.resetService())))
                .isFalse();
    }

    @Test
    void passesOverWhatSomebodyElseSigned() {
        assertThat(verifyRequest.isGenuine(signed(BODY, BODY, TestKeys.p256("reset-signing"))))
                .isFalse();
        assertThat(verifyRequest.isGenuine(signed(BODY, BODY, keys.signing()))).isFalse();
    }

    @Test
    void passesOverWhatNobodySigned() {
        assertThat(verifyRequest.isGenuine(record(BODY))).isFalse();
    }

    private static ConsumerRecord<String, byte[]> signed(byte[] sent, byte[] signed, PublicJsonWebKey key) {
        ConsumerRecord<String, byte[]> record = record(sent);
        record.headers().add(Signature.HEADER, Signature.sign(signed, key).getBytes(US_ASCII));
        return record;
    }

    private static ConsumerRecord<String, byte[]> record(byte[] body) {
        return new ConsumerRecord<>("sspr.delivery.requests.v1", 0, 0, "alice", body);
    }
}
