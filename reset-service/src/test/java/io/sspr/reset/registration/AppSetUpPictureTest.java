package io.sspr.reset.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import io.sspr.reset.registration.VerificationView.AppSetUp;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AppSetUpPictureTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final String URI = "otpauth://totp/Contoso:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso";
    private static final AppSetUpPicture PICTURE = AppSetUpPicture.of(new AppSetUp(URI, "GEZDGNBVGY3TQOJQ"));

    @Test
    void drawsEveryDarkModuleOnceAndAQuietZoneOfFour() {
        QrCode code = QrCode.encodeText(URI, QrCode.Ecc.MEDIUM);
        int[][] drawn = new int[PICTURE.size()][PICTURE.size()];
        RUN.matcher(PICTURE.path()).results().forEach(run -> {
            for (int i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i]++;
            }
        });

        assertThat(RUN.matcher(PICTURE.path()).replaceAll("")).isEmpty();
        for (int y = 0; y < PICTURE.size(); y++) {
            for (int x = 0; x < PICTURE.size(); x++) {
                assertThat(drawn[y][x]).as("module %d, %d", x, y).isEqualTo(code.getModule(x - 4, y - 4) ? 1 : 0);
            }
        }
    }

    @Test
    void groupsTheKeyForTyping() {
        assertThat(PICTURE.key()).isEqualTo("GEZD GNBV GY3T QOJQ");
    }

    @Test
    void theSecretGetsIntoNoLog() {
        assertThat(PICTURE.toString()).doesNotContain("GEZD");
    }
}
