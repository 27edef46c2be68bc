package io.sspr.contract;

/**
 * Something that happened. Facts are named in the past tense, have many readers, never expire and never carry a secret, neither readable nor
 * sealed. They are written through the outbox, in the transaction of the change that they report.
 */
public interface Fact extends Event {}
