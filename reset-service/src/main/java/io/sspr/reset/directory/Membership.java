package io.sspr.reset.directory;

import java.util.List;

/**
 * That an account is in a group.
 *
 * @param licences what the group hands on to its direct members
 * @param isDirect whether the account itself is in it, and not only in a group within. Source: R-CFG-03, R-LIC-01
 */
public record Membership(String id, String displayName, List<Licence> licences, boolean isDirect) {}
