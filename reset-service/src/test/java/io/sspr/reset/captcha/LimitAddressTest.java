package io.sspr.reset.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.reset.change.ChangePages;
import io.sspr.reset.change.ChangeResource;
import io.sspr.reset.signin.SignInPages;
import io.sspr.reset.signin.SignInResource;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitAddressTest {

    @ParameterizedTest
    @ValueSource(classes = {SignInPages.class, SignInResource.class, ChangePages.class, ChangeResource.class})
    void whereverAPasswordCanBeTriedAddressesAreLimited_R_THR_13(Class<?> place) {
        assertThat(place.getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(POST.class))
                .filteredOn(method -> !method.getName().equals("signOut"))
                .isNotEmpty()
                .allMatch(LimitAddressTest::isLimited);
    }

    private static boolean isLimited(Method method) {
        return method.isAnnotationPresent(PasswordLimit.class);
    }
}
