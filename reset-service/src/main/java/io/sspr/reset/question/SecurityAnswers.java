package io.sspr.reset.question;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The security questions and hashed answers of all accounts. */
@ApplicationScoped
public class SecurityAnswers implements PanacheRepositoryBase<SecurityAnswer, UUID> {

    /** How many questions the account can be asked. The method is usable if these are at least as many as a reset asks. */
    public int registered(UUID account) {
        return Math.toIntExact(count("accountId = ?1", account));
    }

    /** Whether the account had any. */
    @Transactional
    public boolean remove(UUID account) {
        return delete("accountId = ?1", account) > 0;
    }

    List<SecurityAnswer> ofAccount(UUID account) {
        return list("accountId = ?1 order by questionKey", account);
    }

    /** Makes {@code answers} the account's only ones. Of several sets at once one stays whole. */
    @Transactional
    void replace(UUID account, List<SecurityAnswer> answers) {
        getEntityManager()
                .createNativeQuery("select id from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
        delete("accountId = ?1", account);
        persist(answers);
    }
}
