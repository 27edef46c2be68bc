package io.sspr.reset.registration;

import io.sspr.reset.gate.Method;

/** The phones that a user can register, one of each type. Source: R-MTH-11. */
public enum PhoneType {
    MOBILE(Method.MOBILE_PHONE),
    OFFICE(Method.OFFICE_PHONE);

    private final Method method;

    PhoneType(Method method) {
        this.method = method;
    }

    Method method() {
        return method;
    }
}
