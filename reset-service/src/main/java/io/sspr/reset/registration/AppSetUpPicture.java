package io.sspr.reset.registration;

import io.nayuki.qrcodegen.QrCode;
import io.sspr.reset.registration.VerificationView.AppSetUp;

/**
 * The secret of an app for eyes and cameras: as a QR code, drawn without any style, and as a key for typing.
 *
 * @param uri opens the app on the device that shows the page
 * @param key base32, in groups of four
 * @param size the width of the drawing, its quiet zone included
 * @param path the dark modules, as the path of an SVG drawing
 */
public record AppSetUpPicture(String uri, String key, int size, String path) {
    /** Light modules on each side, without which cameras find no code. Source: ISO/IEC 18004. */
    private static final int QUIET_ZONE = 4;

    static AppSetUpPicture of(AppSetUp setUp) {
        QrCode code = QrCode.encodeText(setUp.uri(), QrCode.Ecc.MEDIUM);
        String key = setUp.key().replaceAll("(.{4})(?=.)", "$1 ");
        return new AppSetUpPicture(setUp.uri(), key, code.size + 2 * QUIET_ZONE, path(code));
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y) && !code.getModule(x - 1, y)) {
                    int width = widthFrom(code, x, y);
                    path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET_ZONE, y + QUIET_ZONE, width, width));
                }
            }
        }
        return path.toString();
    }

    /** How many dark modules follow one another; those outside are light. */
    private static int widthFrom(QrCode code, int x, int y) {
        int end = x;
        while (code.getModule(end, y)) {
            end++;
        }
        return end - x;
    }

    @Override
    public String toString() {
        return "AppSetUpPicture[hidden]";
    }
}
