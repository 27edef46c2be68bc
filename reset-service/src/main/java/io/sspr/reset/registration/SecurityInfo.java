package io.sspr.reset.registration;

import io.sspr.reset.directory.AccountKind;
import io.sspr.reset.gate.MailAddress;
import io.sspr.reset.gate.Method;
import io.sspr.reset.gate.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The part of an account that its own user writes: registered phones and mail address. What the directory holds is read only, except for the office
 * phone of an account that is not synchronised. Source: R-MTH-08, R-MTH-10, R-REG-17.
 */
@Entity
@Table(name = "account")
@DynamicUpdate
class SecurityInfo {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    AccountKind kind;

    @Column(name = "user_principal_name", insertable = false, updatable = false)
    String userPrincipalName;

    @Column(insertable = false, updatable = false)
    String mail;

    @Column(name = "alternate_email", insertable = false, updatable = false)
    String alternateEmail;

    @Column(name = "mobile_phone", insertable = false, updatable = false)
    String mobilePhone;

    @Column(name = "authentication_phone")
    String authenticationPhone;

    @Column(name = "authentication_email")
    String authenticationEmail;

    @Column(name = "office_phone")
    String officePhone;

    @Column(name = "verified_office_phone")
    String verifiedOfficePhone;

    @Column(name = "security_info_confirmed_at")
    Instant confirmedAt;

    /** Empty as well if it is malformed: such a number reaches nobody. */
    Optional<PhoneNumber> phone() {
        return filled(authenticationPhone).flatMap(PhoneNumber::parse);
    }

    Optional<MailAddress> mail() {
        return filled(authenticationEmail).flatMap(MailAddress::parse);
    }

    /** The directory's office phone once the user was reached at it. */
    Optional<PhoneNumber> officePhone() {
        return directoryOfficePhone().filter(phone -> phone.stored().equals(verifiedOfficePhone));
    }

    Optional<PhoneNumber> directoryPhone() {
        return filled(mobilePhone).flatMap(PhoneNumber::parse);
    }

    Optional<MailAddress> directoryMail() {
        return filled(alternateEmail).flatMap(MailAddress::parse);
    }

    Optional<PhoneNumber> directoryOfficePhone() {
        return filled(officePhone).flatMap(PhoneNumber::parse);
    }

    /** Whether the directory has an office phone, malformed or not. Source: R-REG-06. */
    boolean hasOfficePhone() {
        return filled(officePhone).isPresent();
    }

    /** Whether the number comes from an on-premises directory and can be changed only there. Source: R-MTH-10. */
    boolean isOfficePhoneSynced() {
        return kind.isManagedOnPremises();
    }

    /** Whether this number can be verified as the office phone: any number, unless another one is synchronised. Source: R-MTH-10. */
    boolean mayBeOfficePhone(PhoneNumber number) {
        return !isOfficePhoneSynced() || number.stored().equals(officePhone);
    }

    /** When the registered data was last said to be right; empty if never. */
    Optional<Instant> confirmedAt() {
        return Optional.ofNullable(confirmedAt);
    }

    /** Whether a mail there can be read only by whoever signs in to this account. Source: R-EML-04. */
    boolean isOwnMailbox(MailAddress address) {
        return Stream.of(userPrincipalName, mail).anyMatch(address.stored()::equalsIgnoreCase);
    }

    /**
     * Stores what was verified.
     *
     * @param datum phone number or mail address, as stored
     * @return whether another value stood there
     */
    boolean register(Method method, String datum) {
        Optional<String> former = registered(method);
        write(method, datum);
        return former.filter(value -> !value.equals(datum)).isPresent();
    }

    /** @return whether there was anything to remove */
    boolean remove(Method method) {
        boolean existed = registered(method).isPresent();
        write(method, null);
        return existed;
    }

    private Optional<String> registered(Method method) {
        return switch (method) {
            case MOBILE_PHONE -> filled(authenticationPhone);
            case OFFICE_PHONE -> filled(verifiedOfficePhone).filter(phone -> phone.equals(officePhone));
            case EMAIL -> filled(authenticationEmail);
            case APP_NOTIFICATION, APP_CODE, SECURITY_QUESTIONS -> throw notHere(method);
        };
    }

    private void write(Method method, String datum) {
        switch (method) {
            case MOBILE_PHONE -> authenticationPhone = datum;
            case OFFICE_PHONE -> {
                verifiedOfficePhone = datum;
                officePhone = isOfficePhoneSynced() ? officePhone : datum;
            }
            case EMAIL -> authenticationEmail = datum;
            case APP_NOTIFICATION, APP_CODE, SECURITY_QUESTIONS -> throw notHere(method);
        }
    }

    private static IllegalArgumentException notHere(Method method) {
        return new IllegalArgumentException("an account has no field for " + method);
    }

    private static Optional<String> filled(String field) {
        return Optional.ofNullable(field).filter(text -> !text.isBlank());
    }
}
