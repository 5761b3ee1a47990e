/**
 * Starts an operating-system process as a service, and ends every process that comes from it.
 *
 * <p>A small shell script starts a {@link io.github.managedservice.internal.process.ChildProcess}: it sets a {@link
 * io.github.managedservice.internal.process.ProcessMark}, which every descendant inherits, and then becomes the
 * service. {@link io.github.managedservice.internal.process.ProcessTree} finds and ends the processes that carry the
 * mark; {@link io.github.managedservice.internal.process.Guard} does the same when this JVM no longer can.
 */
@NullMarked
package io.github.managedservice.internal.process;

import org.jspecify.annotations.NullMarked;
