package io.sspr.reset.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The registered data of all accounts. It changes only in the account's turn, see {@link EnterRegistration}. */
@ApplicationScoped
class SecurityInfos implements PanacheRepositoryBase<SecurityInfo, UUID> {}
