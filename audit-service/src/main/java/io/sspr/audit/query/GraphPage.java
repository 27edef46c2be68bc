package io.sspr.audit.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sspr.audit.log.DirectoryAudit;
import java.util.List;

/**
 * A page of the audit log in OData's envelope.
 *
 * @param nextLink the address of the next page; left out on the last one
 */
record GraphPage(
        @JsonProperty("@odata.context") String context,

        @JsonProperty("@odata.nextLink") @JsonInclude(JsonInclude.Include.NON_NULL)
        String nextLink,

        @JsonProperty("value") List<DirectoryAudit> value) {}
