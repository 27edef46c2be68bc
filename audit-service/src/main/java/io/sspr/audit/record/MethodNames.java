package io.sspr.audit.record;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What reports call the verification methods. Source: R-AUD-52. */
final class MethodNames {
    private static final Map<String, String> NAMES = Map.of(
            "EMAIL", "Alternate email",
            "MOBILE_PHONE", "Mobile phone",
            "OFFICE_PHONE", "Office phone",
            "SECURITY_QUESTIONS", "Security questions",
            "APP_CODE", "Mobile app",
            "APP_NOTIFICATION", "Mobile app");

    private MethodNames() {}

    /** The name of a method; of one that is not known here, what it is called in the fact. */
    static String of(String method) {
        return method == null ? null : NAMES.getOrDefault(method, method);
    }

    /** The names in the given order, each once, joined as for two gates. */
    static String join(List<String> methods) {
        return methods == null
                ? null
                : methods.stream().map(MethodNames::of).distinct().collect(Collectors.joining(" + "));
    }
}
