/** Where operating systems differ: processes, sockets, signals, programs. */
@NullMarked
package io.github.managedservice.internal.os;

import org.jspecify.annotations.NullMarked;
