package io.sspr.reset.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sspr.contract.delivery.Channel;
import io.sspr.reset.authenticator.Authenticator.Kind;
import io.sspr.reset.gate.Method;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Registration as its user sees it.
 *
 * @param supportCode the same for all that is done with one token
 * @param title of the page
 * @param methodsRequired how many a reset asks for
 * @param registrationComplete whether as many as that, and counting ones, are registered
 * @param confirmedAt null if never
 * @param reconfirmAt null if the data need not be confirmed again
 * @param registered null until the user has proven who they are
 * @param options what can be registered, the safest first
 * @param proposal what to register next, in this order; empty unless asked at sign-in and something is missing
 * @param securityQuestions null if they cannot be registered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
        UUID supportCode,
        Mode mode,
        String title,
        int methodsRequired,
        boolean registrationComplete,
        Interrupt interrupt,
        Instant confirmedAt,
        Instant reconfirmAt,
        ProofView proof,
        List<RegisteredView> registered,
        List<OptionView> options,
        List<Method> proposal,
        QuestionsView securityQuestions) {

    /**
     * Whether the user has to prove who they are before they see or change anything. Source: R-REG-14.
     *
     * @param methods of which one is enough
     */
    public record ProofView(boolean required, List<ProofMethod> methods) {}

    /** @param hint where it goes, masked; null for an app */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProofMethod(Method method, String hint, List<Channel> channels) {}

    /**
     * Something registered.
     *
     * @param id of an app; null otherwise, as are name and kind
     * @param hint masked; null if there is nothing to see
     * @param counts whether a reset takes it. Source: R-REG-07
     * @param canChange whether another value can take its place; else it is removed and added. Source: R-REG-08
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegisteredView(
            Method method,
            UUID id,
            String name,
            Kind kind,
            String hint,
            boolean counts,
            boolean canChange,
            boolean canRemove) {

        /** Names it among all that its user has registered. */
        public String key() {
            return id == null ? method.name() : id.toString();
        }
    }

    /**
     * Something that can be registered. Source: R-REG-05.
     *
     * @param counts whether a reset would take it
     * @param mfa whether multifactor sign-in takes it; if it lacks a method, that has to be the first. Source: R-REG-11
     * @param channels by which it can be verified; empty if a code or answers are typed
     * @param prefilled what the directory holds, masked; to take it, leave number or address out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OptionView(Method method, boolean counts, boolean mfa, List<Channel> channels, String prefilled) {}

    /** @param registerCount how many have to be answered at least */
    public record QuestionsView(int registerCount, List<QuestionView> questions) {}

    public record QuestionView(String key, String text) {}
}
