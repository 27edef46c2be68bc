package io.sspr.reset.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMergePatchTest {
    /** The examples of RFC 7386, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'b'}             | {'a':'c'}                | {'a':'c'}",
                "{'a':'b'}             | {'b':'c'}                | {'a':'b','b':'c'}",
                "{'a':'b'}             | {'a':null}               | {}",
                "{'a':'b','b':'c'}     | {'a':null}               | {'b':'c'}",
                "{'a':['b']}           | {'a':'c'}                | {'a':'c'}",
                "{'a':'c'}             | {'a':['b']}              | {'a':['b']}",
                "{'a':{'b':'c'}}       | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}     | {'a':[1]}                | {'a':[1]}",
                "['a','b']             | ['c','d']                | ['c','d']",
                "{'a':'b'}             | ['c']                    | ['c']",
                "{'a':'foo'}           | null                     | null",
                "{'a':'foo'}           | 'bar'                    | 'bar'",
                "{'e':null}            | {'a':1}                  | {'e':null,'a':1}",
                "[1,2]                 | {'a':'b','c':null}       | {'a':'b'}",
                "{}                    | {'a':{'bb':{'ccc':null}}}| {'a':{'bb':{}}}"
            })
    void changesWhatItNames_R_CFG_01(String target, String patch, String result) {
        assertThat(JsonMergePatch.apply(TestPolicy.json(target), TestPolicy.json(patch)))
                .isEqualTo(TestPolicy.json(result));
    }

    @Test
    void leavesItsTargetAsItWas_R_CFG_27() {
        JsonNode before = TestPolicy.json("{'lockout': {'threshold': 10}}");

        JsonMergePatch.apply(before, TestPolicy.json("{'lockout': {'threshold': 3}}"));

        assertThat(before).isEqualTo(TestPolicy.json("{'lockout': {'threshold': 10}}"));
    }
}
