package io.sspr.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sspr.audit.log.AuditQuery;
import io.sspr.audit.log.AuditQuery.Position;
import io.sspr.audit.log.Filter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryOptionsTest {
    private static final Position POSITION = new Position(
            Instant.parse("2026-05-01T03:04:05.678901Z"), UUID.fromString("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"));

    private final MultivaluedMap<String, String> given = new MultivaluedHashMap<>();

    @Test
    void asksForHundredNewestLinesByDefault_R_AUD_02() throws UnreadableQueryException {
        assertThat(QueryOptions.of(given).query()).isEqualTo(new AuditQuery(Filter.NONE, 100, false, null));
    }

    @ParameterizedTest
    @CsvSource({"activityDateTime,true", "activityDateTime asc,true", "activityDateTime desc,false"})
    void readsOrder_R_AUD_02(String order, boolean oldestFirst) throws UnreadableQueryException {
        given.add("$orderby", order);

        assertThat(QueryOptions.of(given).query().oldestFirst()).isEqualTo(oldestFirst);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000"})
    void takesPageSizesWithinBounds_R_AUD_02(String top) throws UnreadableQueryException {
        given.add("$top", top);

        assertThat(QueryOptions.of(given).query().top()).isEqualTo(Integer.parseInt(top));
    }

    @ParameterizedTest
    @CsvSource({
        "$top,0",
        "$top,1001",
        "$top,-1",
        "$top,99999999999",
        "$top,ten",
        "$top,''",
        "$orderby,result",
        "$orderby,activityDateTime down",
        "$skiptoken,x",
        "$skiptoken,===",
        "$skiptoken,''"
    })
    void refusesValuesThatAreNotOfTheirForm(String option, String value) throws UnreadableQueryException {
        given.add(option, value);
        QueryOptions options = QueryOptions.of(given);

        assertThatExceptionOfType(UnreadableQueryException.class)
                .isThrownBy(options::query)
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(ProblemKind.BAD_OPTION_VALUE);
                    assertThat(problem.particulars()[0]).isEqualTo(option);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"$select", "$count", "filter", "$Filter"})
    void refusesUnknownOptions(String option) {
        given.add(option, "x");

        assertThatExceptionOfType(UnreadableQueryException.class)
                .isThrownBy(() -> QueryOptions.of(given))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.UNKNOWN_OPTION));
    }

    @Test
    void refusesAnOptionThatStandsThereTwice() {
        given.add("$top", "1");
        given.add("$top", "2");

        assertThatExceptionOfType(UnreadableQueryException.class).isThrownBy(() -> QueryOptions.of(given));
    }

    @Test
    void carriesAllOptionsToTheNextPage_R_AUD_02() throws UnreadableQueryException {
        given.add("$filter", "initiatedBy/user/displayName eq 'R&D + 甲斐=1'");
        given.add("$top", "7");
        given.add("$skiptoken", SkipToken.write(new Position(Instant.EPOCH, POSITION.id())));

        String next = QueryOptions.of(given).next(POSITION);

        MultivaluedMap<String, String> again = new MultivaluedHashMap<>();
        for (String option : next.split("&")) {
            String[] parts = option.split("=", 2);
            again.add(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        AuditQuery wanted = QueryOptions.of(given).query();
        assertThat(QueryOptions.of(again).query()).isEqualTo(new AuditQuery(wanted.filter(), 7, false, POSITION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+99999-01-01T00:00:00Z aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                "2026-13-01T00:00:00Z aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
                "2026-05-01T00:00:00Z nobody"
            })
    void refusesForgedTokens(String text) {
        String token = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(SkipToken.read(token)).isEmpty();
    }
}
