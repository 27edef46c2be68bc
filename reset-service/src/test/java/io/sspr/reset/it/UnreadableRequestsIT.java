package io.sspr.reset.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can read is the mistake of whoever sent it, is answered as all mistakes are, and leaves nothing of itself in the log. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class UnreadableRequestsIT extends OwnTenant {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SECRET = "Spelling-Bee-1905";
    private static final String TOO_MANY = "a=1&".repeat(3_000);
    private static final String TOO_LARGE = "a=" + "x".repeat(3_000_000);

    private final Log log = new Log();
    private Visit visit;

    @BeforeEach
    void begin() {
        Logger.getLogger("").addHandler(log);
        visit = new Visit(clock).speaking("en").open("/signin");
    }

    @AfterEach
    void closeLog() {
        Logger.getLogger("").removeHandler(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin",
                "/signout",
                "/changepassword",
                "/passwordreset",
                "/passwordreset/code",
                "/passwordreset/cancel",
                "/passwordreset/contact",
                "/ssprsetup/email",
                "/ssprsetup/confirm",
                "/admin/properties",
                "/admin/import"
            })
    void halfAnEscapeInAFormIsAMistakeOnEveryPage(String address) {
        visit.send(address, FORM, "password=" + SECRET + "%0D%0A%").expect(400);

        isAPage("The form could not be read");
        assertThat(log.text()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%=1", "a=%zz", "a=1&b=%", "%"})
    void whereverTheHalfEscapeIs(String form) {
        visit.send("/signin", FORM, form).expect(400);
    }

    @Test
    void anUnknownCharacterSetIsAMistake() {
        visit.send("/signin", FORM + ";charset=nope", "a=" + SECRET + "%41").expect(400);

        assertThat(log.text()).doesNotContain(SECRET);
    }

    @Test
    void tooManyFieldsAreAMistake() {
        visit.send("/signin", FORM, TOO_MANY).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passwordreset?mkt=%", "/signin?x=%zz", "/ssprsetup?lng=%", "/api/v1/captcha?x=%"})
    void halfAnEscapeInAnAddressIsAMistakeAsWell(String address) throws IOException {
        assertThat(raw("GET " + address)).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({"/admin/import, 403", "/signin, 415", "/passwordreset/cancel, 415", "/ssprsetup/email, 415"})
    void aFileIsNoToken(String address, int status) {
        String file = "--b\r\nContent-Disposition: form-data; name=\"csrf\"; filename=\"x\"\r\n\r\n"
                + visit.value("csrf") + "\r\n--b--\r\n";

        visit.send(address, "multipart/form-data; boundary=b", file).expect(status);

        assertThat(visit.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/admin/import"})
    void aFormThatIsTooLargeIsRefusedWithAPage(String address) {
        visit.send(address, FORM, TOO_LARGE).expect(413);

        isAPage("The request is too large");
    }

    @Test
    void theApiRefusesABodyThatIsTooLargeWithAProblem() {
        given().contentType(ContentType.JSON)
                .body(TOO_LARGE)
                .post("/api/v1/signin")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "-,en", "en, -"})
    void anUnreadableLanguageIsEnglish_R_FLW_02(String language) {
        Visit stranger = new Visit(clock).speaking(language);

        assertThat(stranger.open("/signin").expect(200).header("Content-Language"))
                .isEqualTo("en");
        stranger.setCookie("language", "-").open("/signin").expect(200);
    }

    @Test
    void thePageOfTheImportSaysWhatIsTooLarge() {
        visit.set("userPrincipalName", ADMINISTRATOR + "@" + domain())
                .set("password", PASSWORD)
                .submit();

        assertThat(visit.open("/admin/import").expect(200).html()).contains("data-too-large=\"That is more than 2 MB.");
    }

    private void isAPage(String heading) {
        assertThat(visit.heading()).isEqualTo(heading);
        assertThat(visit.header("Content-Type")).startsWith("text/html");
        assertThat(visit.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(visit.header("Cache-Control")).isEqualTo("no-store");
    }

    /** No client sends such an address. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All that is logged meanwhile, with causes and parameters. */
    private static final class Log extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            StringWriter text = new StringWriter();
            text.append(line.getMessage()).append(Arrays.toString(line.getParameters()));
            if (line.getThrown() != null) {
                line.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
