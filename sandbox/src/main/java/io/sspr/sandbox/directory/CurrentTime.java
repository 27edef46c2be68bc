package io.sspr.sandbox.directory;

import com.unboundid.ldap.listener.SearchEntryTransformer;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.util.ObjectPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Has the root entry tell the directory's time, by which clients learn how far their own clock is off. */
final class CurrentTime implements SearchEntryTransformer {
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'.0Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;

    CurrentTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ObjectPair<SearchResultEntryProtocolOp, Control[]> transformEntry(
            int messageId, SearchResultEntryProtocolOp entry, Control[] controls) {
        if (!entry.getDN().isEmpty()) {
            return new ObjectPair<>(entry, controls);
        }
        List<Attribute> attributes = new ArrayList<>(entry.getAttributes());
        attributes.add(new Attribute("currentTime", GENERALIZED.format(clock.instant())));
        return new ObjectPair<>(new SearchResultEntryProtocolOp("", attributes), controls);
    }
}
