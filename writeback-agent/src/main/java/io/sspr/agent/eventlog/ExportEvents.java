package io.sspr.agent.eventlog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the whole event log into one file for support: {@code events.jsonl}, a JSON object per line, and {@code
 * events.csv}, as RFC 4180 wants it, in UTF-8 with a byte order mark and safe to open in a spreadsheet. Oldest lines
 * first; no line holds a secret. Source: R-WB-52, R-SUP-08.
 */
@Singleton
public class ExportEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADING = "occurredAt,eventId,name,level,requestId,supportCode,details\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final EventLog eventLog;

    ExportEvents(EventLog eventLog) {
        this.eventLog = eventLog;
    }

    private interface Format {
        String line(LogLine line) throws IOException;
    }

    /** @throws IOException also if the file exists */
    public void to(Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW));
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            out.putNextEntry(new ZipEntry("events.jsonl"));
            write(text, ExportEvents::json);
            out.putNextEntry(new ZipEntry("events.csv"));
            text.write(BYTE_ORDER_MARK);
            text.write(HEADING);
            write(text, ExportEvents::csv);
            out.closeEntry();
        }
    }

    private void write(Writer text, Format format) throws IOException {
        List<LogLine> page = eventLog.linesAfter(0);
        while (!page.isEmpty()) {
            for (LogLine line : page) {
                text.write(format.line(line));
            }
            page = eventLog.linesAfter(page.get(page.size() - 1).id);
        }
        text.flush();
    }

    private static String json(LogLine line) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("occurredAt", line.occurredAt.toString())
                .put("eventId", line.eventId)
                .put("name", line.name)
                .put("level", line.level);
        if (line.requestId != null) {
            json.put("requestId", line.requestId.toString());
        }
        if (line.supportCode != null) {
            json.put("supportCode", line.supportCode.toString());
        }
        json.set("details", JSON.readTree(line.details));
        return JSON.writeValueAsString(json) + "\n";
    }

    private static String csv(LogLine line) {
        return Stream.of(
                                line.occurredAt,
                                line.eventId,
                                line.name,
                                line.level,
                                line.requestId == null ? "" : line.requestId,
                                line.supportCode == null ? "" : line.supportCode,
                                line.details)
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
