package io.sspr.reset.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * An RFC 9457 problem document in the user's language.
 *
 * @param type {@code urn:sspr:problem:} and the code
 * @param detail the sentence for the user
 * @param code {@code SSPR_00NN}, or a name such as {@code PhoneMismatch}
 * @param supportCode what the user reads out to the administrator, who finds every step of the flow by it
 * @param remedy what to do now, and who has to do it
 * @param technical the detail behind {@code SSPR_00NN}; null for other problems
 * @param errors the parts that were wrong, one by one; null if the detail says it all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        UUID supportCode,
        String remedy,
        String technical,
        List<FieldError> errors) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One wrong part of a request.
     *
     * @param where JSON path such as {@code accounts[3].userPrincipalName}, or the name of a broken rule
     * @param what what is wrong with it, and what is allowed
     */
    public record FieldError(String where, String what) {}
}
