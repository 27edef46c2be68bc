package io.sspr.reset.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sspr.reset.problem.Fault;
import java.util.List;

/** Import documents as JSON, whose quotes may be single ones. */
final class TestImport {
    private static final ObjectMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    static final String ANCHOR = "AAECAwQFBgcICQoLDA0ODw==";
    static final String TENANT =
            "{'id': 'contoso', 'displayName': 'Contoso', 'domains': ['contoso.example', 'contoso.co.jp']}";
    static final String ALICE = "{'userPrincipalName': 'alice@contoso.example', 'kind': 'CLOUD_ONLY'}";

    private TestImport() {}

    static CheckImport check(String json) {
        return new CheckImport(read(json));
    }

    static ImportDocument read(String json) {
        try {
            JsonNode document = JSON.readTree(json.replace('\'', '"'));
            return JSON.treeToValue(document, ImportDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Fault> errors(String json) {
        return check(json).errors();
    }

    /** A document of Contoso with these accounts. */
    static String document(String accounts) {
        return "{'tenant': " + TENANT + ", 'accounts': [" + accounts + "]}";
    }
}
