package io.sspr.reset.problem;

/**
 * One wrong part of a request, before it is put into words.
 *
 * @param where JSON path such as {@code accounts[3].userPrincipalName}, or the name of a broken rule
 * @param text key of the sentence that says what is wrong and what is allowed
 */
public record Fault(String where, String text) {}
