package io.sspr.reset.directory;

import java.util.List;

/**
 * A group as administrators see it.
 *
 * @param members accounts in it directly
 * @param within names of the groups directly within it, by name; the first ones if they are many
 * @param isSynchronised whether it comes from an on-premises directory, and is changed there
 */
public record GroupView(
        String id,
        String displayName,
        List<Licence> licences,
        int members,
        List<String> within,
        boolean isSynchronised) {}
