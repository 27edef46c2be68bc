package io.sspr.reset.signin;

import io.quarkus.security.ForbiddenException;

/** An administrator without any licence wants to see or change the settings of password reset. Source: R-UI-01, R-UI-06. */
public final class AdministratorNotLicensedException extends ForbiddenException {
    private static final long serialVersionUID = 1;
}
