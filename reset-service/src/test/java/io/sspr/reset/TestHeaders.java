package io.sspr.reset;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The headers of a request that has one header at most. */
public final class TestHeaders implements HttpHeaders {
    private final String name;
    private final String value;

    private TestHeaders(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public static TestHeaders none() {
        return new TestHeaders("", null);
    }

    public static TestHeaders of(String name, String value) {
        return new TestHeaders(name, value);
    }

    @Override
    public String getHeaderString(String wanted) {
        return name.equalsIgnoreCase(wanted) ? value : null;
    }

    @Override
    public List<String> getRequestHeader(String wanted) {
        return name.equalsIgnoreCase(wanted) ? List.of(value) : null;
    }

    @Override
    public MultivaluedMap<String, String> getRequestHeaders() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public List<MediaType> getAcceptableMediaTypes() {
        return List.of();
    }

    @Override
    public List<Locale> getAcceptableLanguages() {
        return List.of();
    }

    @Override
    public MediaType getMediaType() {
        return null;
    }

    @Override
    public Locale getLanguage() {
        return null;
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public Date getDate() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
