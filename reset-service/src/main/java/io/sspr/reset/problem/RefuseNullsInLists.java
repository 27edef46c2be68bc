package io.sspr.reset.problem;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** A null among the entries of a list is named as the mistake it is, instead of being met as a surprise later. */
@Singleton
final class RefuseNullsInLists implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }
}
