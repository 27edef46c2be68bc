package io.sspr.reset.registration;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.sspr.reset.problem.Language;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A country that a phone number can be typed for without its country code. Source: R-PHN-02.
 *
 * @param code as ISO 3166 says it
 * @param name in one of our languages
 */
public record Country(String code, String name, int callingCode) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Map<Language, List<Country>> ALL =
            Stream.of(Language.values()).collect(Collectors.toUnmodifiableMap(language -> language, Country::named));

    /** All of them, by name. */
    static List<Country> in(Language language) {
        return ALL.get(language);
    }

    private static List<Country> named(Language language) {
        Locale locale = Locale.forLanguageTag(language.tag());
        return NUMBERS.getSupportedRegions().stream()
                .map(code -> new Country(
                        code,
                        new Locale.Builder().setRegion(code).build().getDisplayCountry(locale),
                        NUMBERS.getCountryCodeForRegion(code)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                .toList();
    }
}
