package io.sspr.reset.signin;

import io.sspr.reset.problem.Language;
import io.sspr.reset.problem.ProblemName;
import io.sspr.reset.problem.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells an administrator without a licence what is missing and who can help, in the API as on pages. Source: R-UI-01, R-UI-06. */
class ExplainMissingLicence {
    @ServerExceptionMapper(AdministratorNotLicensedException.class)
    Response explain(HttpHeaders headers) {
        Language language = Language.of(headers);
        return Problems.response(
                Problems.of(ProblemName.ADMINISTRATOR_NOT_LICENSED, UUID.randomUUID(), language), language);
    }
}
