package io.sspr.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sspr.audit.log.Filter;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
    private static final UUID ID = UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee");
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-05-01T03:04:05.678Z");

    private final List<Object> values = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "activityDisplayName eq 'x'|activity_display_name = ?",
                "startswith(activityDisplayName,'x')|starts_with(activity_display_name, ?)",
                "loggedByService eq 'x'|logged_by_service = ?",
                "result eq 'x'|result = ?",
                "initiatedBy/user/displayName eq 'x'|user_display_name = ?",
                "initiatedBy/user/userPrincipalName eq 'X'|lower(user_principal_name) = ?",
                "startswith(initiatedBy/user/userPrincipalName, 'X')|starts_with(lower(user_principal_name), ?)",
                "targetResources/any(t:t/id eq 'X')|target_id = ?",
                "targetResources/any(tr: tr/id eq 'X')|target_id = ?",
            })
    void readsConditionsOnTexts_R_AUD_02(String filter, String sql) throws UnreadableQueryException {
        assertThat(sql(filter)).isEqualTo(sql);
        assertThat(values).containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({"eq,=", "ge,>=", "le,<=", "gt,>", "lt,<"})
    void readsComparisonsOfTime_R_AUD_02(String word, String sign) throws UnreadableQueryException {
        assertThat(sql("activityDateTime " + word + " 2026-05-01T12:04:05.678+09:00"))
                .isEqualTo("activity_date_time " + sign + " ?");
        assertThat(values).containsExactly(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s'", "%s"})
    void readsIdsWithAndWithoutQuotes_R_AUD_02(String form) throws UnreadableQueryException {
        assertThat(sql("correlationId eq " + form.formatted(ID))).isEqualTo("correlation_id = ?");
        assertThat(sql("initiatedBy/user/id eq " + form.formatted(ID))).isEqualTo("user_id = ?");
        assertThat(values).containsExactly(ID, ID);
    }

    @Test
    void joinsConditionsByAnd_R_AUD_02() throws UnreadableQueryException {
        assertThat(sql("result eq 'failure'  and activityDateTime ge 2026-05-01T03:04:05.678Z and result eq 'x'"))
                .isEqualTo("result = ? and activity_date_time >= ? and result = ?");
        assertThat(values).containsExactly("failure", TIME, "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or true --",
                "'); drop table directory_audit; --",
                "a'b''c",
                "\\",
                "%_",
                "日本 and result eq 'x'"
            })
    void putsTextIntoValuesOnly_A16(String text) throws UnreadableQueryException {
        assertThat(sql("activityDisplayName eq '" + text.replace("'", "''") + "'"))
                .isEqualTo("activity_display_name = ?");
        assertThat(values).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|1|activityDisplayName",
                "category eq 'x'|1|activityDisplayName",
                "result ne 'x'|8|eq",
                "result ge 'x'|8|eq",
                "result eq x|11|'text'",
                "result eq 'x|11|'…'",
                "result eq 'x' or result eq 'y'|15|and",
                "result eq 'x' and|18|activityDisplayName",
                "activityDateTime ge 'x'|21|2026-01-31T00:00:00Z",
                "activityDateTime ge 2026-13-01T00:00:00Z|21|2026-01-31T00:00:00Z",
                "correlationId eq 'x'|18|'00000000-0000-0000-0000-000000000000'",
                "startswith(result,'x')|12|initiatedBy/user/userPrincipalName",
                "startswith(activityDisplayName 'x')|32|,",
                "targetResources/any(t:u/id eq 'x')|23|t/id",
                "result eq 'x' ; drop|15|'…'",
                "not(result eq 'x')|1|activityDisplayName",
            })
    void saysWhereItDoesNotUnderstand(String filter, int position, String allowed) {
        assertThatExceptionOfType(UnreadableQueryException.class)
                .isThrownBy(() -> FilterParser.parse(filter))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(ProblemKind.BAD_FILTER);
                    assertThat(problem.particulars()[0]).isEqualTo(position);
                    assertThat(problem.particulars()[1].toString()).contains(allowed);
                });
    }

    @Test
    void refusesCharactersThatTheDatabaseCannotHold() {
        assertThatExceptionOfType(UnreadableQueryException.class)
                .isThrownBy(() -> FilterParser.parse("result eq 'a\u0000b'"));
    }

    private String sql(String filter) throws UnreadableQueryException {
        Filter parsed = FilterParser.parse(filter);
        return parsed.sql(values);
    }
}
