package io.sspr.e2e.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How somebody looks at the pages.
 *
 * @param language {@code en} or {@code ja}, which the browser asks for
 * @param dark whether the system is set to dark colours
 * @param scripts whether scripts run
 */
record Look(String language, Screen screen, boolean dark, boolean scripts) {
    static final Look ENGLISH = new Look("en", Screen.DESKTOP, false, true);
    static final Look JAPANESE = new Look("ja", Screen.DESKTOP, false, true);

    /** What it is looked at on, in CSS pixels. */
    enum Screen {
        DESKTOP(1280, 800),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /** Both languages on both screens. */
    static Stream<Look> everyLook() {
        return Stream.of(ENGLISH, JAPANESE, ENGLISH.onPhone(), JAPANESE.onPhone());
    }

    /** Both languages, each on another screen: enough where only words differ. */
    static Stream<Look> everyLanguage() {
        return Stream.of(ENGLISH, JAPANESE.onPhone());
    }

    static Look in(String language) {
        return new Look(language, Screen.DESKTOP, false, true);
    }

    Look onPhone() {
        return new Look(language, Screen.PHONE, dark, scripts);
    }

    Look inTheDark() {
        return new Look(language, screen, true, scripts);
    }

    Look inTheOtherLight() {
        return new Look(language, screen, !dark, scripts);
    }

    Look withoutScripts() {
        return new Look(language, screen, dark, false);
    }

    /** The settings of a browser that has these eyes. */
    NewContextOptions options() {
        boolean japanese = language.equals("ja");
        return new NewContextOptions()
                .setLocale(japanese ? "ja-JP" : "en-US")
                .setTimezoneId(japanese ? "Asia/Tokyo" : "America/Los_Angeles")
                .setViewportSize(screen.width, screen.height)
                .setIsMobile(screen == Screen.PHONE)
                .setHasTouch(screen == Screen.PHONE)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(scripts);
    }

    @Override
    public String toString() {
        return language + ", " + screen.name().toLowerCase(Locale.ROOT) + (dark ? ", dark" : "")
                + (scripts ? "" : ", no scripts");
    }
}
