package io.sspr.agent.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportEventsTest {
    private static final UUID REQUEST = UUID.fromString("11111111-2222-3333-4444-555555555555");

    @TempDir
    Path folder;

    private final RecordedEvents events = new RecordedEvents();
    private Path zip;

    @BeforeEach
    void name() {
        zip = folder.resolve("events.zip");
    }

    @Test
    void holdsEachLineOnceOldestFirst_R_WB_52() throws Exception {
        // Given
        events.write(EventLogEntry.WRITE_BACK_SERVICE_STARTED, Map.of());
        events.write(EventLogEntry.AD_PERMISSIONS_ERROR, Map.of("ldapResult", 50));
        events.lines().get(1).requestId = REQUEST;
        events.write(EventLogEntry.WRITE_BACK_SERVICE_STOPPED, Map.of());

        // When
        new ExportEvents(events).to(zip);

        // Then
        assertThat(read("events.jsonl").split("\n"))
                .containsExactly(
                        "{\"occurredAt\":\"2026-03-01T12:00:00Z\",\"eventId\":31015,"
                                + "\"name\":\"WriteBackServiceStarted\",\"level\":\"INFORMATION\",\"details\":{}}",
                        "{\"occurredAt\":\"2026-03-01T12:00:00Z\",\"eventId\":33004,"
                                + "\"name\":\"ADPermissionsError\",\"level\":\"ERROR\",\"requestId\":\"" + REQUEST
                                + "\",\"details\":{\"ldapResult\":50}}",
                        "{\"occurredAt\":\"2026-03-01T12:00:00Z\",\"eventId\":31016,"
                                + "\"name\":\"WriteBackServiceStopped\",\"level\":\"INFORMATION\",\"details\":{}}");
        assertThat(read("events.csv").split("\r\n"))
                .containsExactly(
                        "\uFEFFoccurredAt,eventId,name,level,requestId,supportCode,details",
                        "2026-03-01T12:00:00Z,31015,WriteBackServiceStarted,INFORMATION,,,{}",
                        "2026-03-01T12:00:00Z,33004,ADPermissionsError,ERROR," + REQUEST
                                + ",,\"{\"\"ldapResult\"\":50}\"",
                        "2026-03-01T12:00:00Z,31016,WriteBackServiceStopped,INFORMATION,,,{}");
    }

    @Test
    void noCellIsAFormula_R_SUP_08() throws Exception {
        // Given
        events.write(EventLogEntry.UNKNOWN_ERROR, Map.of());
        events.lines().get(0).name = "=HYPERLINK(\"x\")";

        // When
        new ExportEvents(events).to(zip);

        // Then
        assertThat(read("events.csv")).contains(",\"'=HYPERLINK(\"\"x\"\")\",");
    }

    @Test
    void emptyLogIsAnEmptyFileWithItsHeading_R_WB_52() throws Exception {
        // When
        new ExportEvents(events).to(zip);

        // Then
        assertThat(read("events.jsonl")).isEmpty();
        assertThat(read("events.csv").lines()).hasSize(1);
    }

    @Test
    void overwritesNothing_R_WB_52() throws Exception {
        // Given
        Files.writeString(zip, "precious");

        // Then
        assertThatThrownBy(() -> new ExportEvents(events).to(zip)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(zip).hasContent("precious");
    }

    private String read(String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
