package io.sspr.reset.contact;

import java.util.Optional;
import java.util.UUID;

/**
 * What whoever asks for help is told. Nothing in it depends on whether the account exists. Source: R-HLP-07.
 *
 * @param supportCode of the session, or of this request if there is none
 * @param tenant whose helpdesk or administrators they are; empty if the name is under no known domain
 * @param helpdesk where to go instead: nobody has been told; empty if the administrators are. Source: R-HLP-02
 */
record Answer(UUID supportCode, Optional<String> tenant, Optional<String> helpdesk) {}
