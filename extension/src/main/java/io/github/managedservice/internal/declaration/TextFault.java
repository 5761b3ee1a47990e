package io.github.managedservice.internal.declaration;

/**
 * What is wrong in a text, and where.
 *
 * @param what as the end of a sentence
 * @param start the index of the first character that is meant
 * @param end the index after the last one
 */
public record TextFault(String what, int start, int end) {}
