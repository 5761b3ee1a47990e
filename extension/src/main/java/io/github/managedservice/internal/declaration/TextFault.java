package io.github.managedservice.internal.declaration;

/** What is wrong in a text, and where. */
public record TextFault(String what, int start, int end) {}
