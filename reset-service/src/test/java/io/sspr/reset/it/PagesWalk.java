package io.sspr.reset.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Message;
import io.sspr.contract.delivery.DeliverCode;
import io.sspr.contract.writeback.WritebackRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/** A reset by the pages of the portal, in a browser without scripts; the captcha, which needs them, is solved apart. */
abstract class PagesWalk extends ResetWalk {
    static final String MOBILE = "+1 4255550101";
    static final String AT_PASSWORD = "/passwordreset/password";
    static final String AT_RESULT = "/passwordreset/result";

    private static final Pattern SUPPORT_CODE = Pattern.compile("name=\"sspr-cid\" content=\"([0-9a-f-]{36})\"");

    Visit visit;

    @BeforeEach
    void openBrowser() {
        visit = new Visit(clock).speaking("en");
    }

    /** Opens the portal and names an account. */
    Visit enter(String name) {
        return visit.open("/passwordreset")
                .set("userId", name.contains("@") ? name : name + "@" + domain())
                .set("captcha", CaptchaSolver.take())
                .submit("/passwordreset");
    }

    Visit choose(String way) {
        return visit.set("way", way).submit("/passwordreset/methods");
    }

    Visit typeNumber(String number) {
        String form = visit.path();
        return visit.set("phoneNumber", number).submit(form);
    }

    Visit typeCode(String code) {
        return visit.set("code", code).submit("/passwordreset/code");
    }

    Visit typePassword(String password) {
        return visit.set("newPassword", password).set("confirmation", password).submit(AT_PASSWORD);
    }

    Visit cancel() {
        return visit.submit("/passwordreset/cancel");
    }

    /** Through a gate by mail. */
    Visit atPassword(String name) {
        enter(name).expect(200);
        choose("MAIL").expect(200);
        typeCode(codeSent(1));
        assertThat(visit.path()).isEqualTo(AT_PASSWORD);
        return visit;
    }

    /** Has sent the password to the agent. */
    Message<WritebackRequest> written() {
        beat();
        atPassword("federated");
        typePassword(PASSWORD).expect(200);
        assertThat(visit.path()).isEqualTo(AT_RESULT);
        return requested();
    }

    Message<WritebackRequest> requested() {
        String supportCode = supportCode();
        return broker.await(
                WritebackRequest.class, sent -> sent.supportCode().toString().equals(supportCode));
    }

    /** Looks until the page is another one. */
    void awaitPage(String path, String heading) {
        await().atMost(SOON).until(() -> {
            visit.open("/passwordreset/result");
            return visit.path().equals(path) && visit.heading().equals(heading);
        });
    }

    /** The code of the n-th message of this reset, from 1. */
    String codeSent(int n) {
        await().atMost(SOON).until(() -> sent().size() >= n);
        return code(sent().get(n - 1).event().deliveryId().toString());
    }

    List<Message<DeliverCode>> sent() {
        String supportCode = supportCode();
        return broker.all(
                DeliverCode.class, sent -> sent.supportCode().toString().equals(supportCode));
    }

    String supportCode() {
        Matcher found = SUPPORT_CODE.matcher(visit.html());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The hidden fields that every form of a reset has, with others. */
    Map<String, String> fields(Map<String, String> others) {
        Map<String, String> fields = new LinkedHashMap<>(others);
        fields.put("csrf", visit.value("csrf"));
        fields.put("reset", visit.value("reset"));
        fields.put("version", visit.value("version"));
        return fields;
    }

    /** Keeps the page for a look at it. */
    Visit keep(String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            return visit.keep(folder.resolve(name + ".html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
