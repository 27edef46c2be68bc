package io.sspr.reset.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A text with a null character is named as the mistake it is, and an address with one leads nowhere: nothing is called so, and the database takes none. */
@Singleton
final class RefuseNullCharacters implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(
                new SimpleModule("texts without null characters").addDeserializer(String.class, new Text()));
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawPath().contains("%00")) {
            throw new NotFoundException();
        }
    }

    private static final class Text extends StdScalarDeserializer<String> {
        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw MismatchedInputException.from(json, String.class, "a null character");
            }
            return text;
        }
    }
}
