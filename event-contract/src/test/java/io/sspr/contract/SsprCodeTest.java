package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SsprCodeTest {
    @Test
    void hasExactlyTheEightDocumentedNumbers_R_ERR_42() {
        assertThat(Arrays.stream(SsprCode.values()).map(SsprCode::code))
                .containsExactly(
                        "SSPR_0009",
                        "SSPR_0010",
                        "SSPR_0011",
                        "SSPR_0012",
                        "SSPR_0013",
                        "SSPR_0014",
                        "SSPR_0029",
                        "SSPR_0030");
    }

    @Test
    void onlyConnectivityInvitesTheUserToRetry_R_ERR_40() {
        assertThat(Arrays.stream(SsprCode.values()).filter(SsprCode::userMayRetry))
                .containsExactly(SsprCode.ON_PREMISES_CONNECTIVITY_ERROR);
    }

    @Test
    void isItsNumberInJson() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(SsprCode.USER_NOT_LICENSED)).isEqualTo("12");
        assertThat(json.readValue("29", SsprCode.class)).isEqualTo(SsprCode.ON_PREMISES_ADMIN_ACTION_REQUIRED);
    }

    @Test
    void inventsNoOtherNumber_R_ERR_42() {
        assertThatThrownBy(() -> SsprCode.of(15)).isInstanceOf(IllegalArgumentException.class);
    }
}
