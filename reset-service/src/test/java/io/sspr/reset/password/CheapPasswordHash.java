package io.sspr.reset.password;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The same hash at a price that hundreds of tests can pay; {@link PasswordHashTest} holds the real one. */
@Alternative
@Priority(1)
@Singleton
class CheapPasswordHash extends PasswordHash {
    CheapPasswordHash() {
        super(64, 1);
    }
}
