package io.sspr.notification.delivery;

/**
 * A mail before it is sent.
 *
 * @param senderName shown beside the sender address
 * @param text the part for plain readers; the same words as {@code html}
 */
public record Mail(String to, String senderName, String subject, String text, String html) {}
