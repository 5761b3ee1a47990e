/**
 * Primitives that start an operating-system process as a service and end all that came of it.
 *
 * <p>A {@link io.github.managedservice.internal.process.ChildProcess} is started by a small shell script that becomes
 * the service and leaves a {@link io.github.managedservice.internal.process.ProcessMark} which every descendant
 * inherits. The {@link io.github.managedservice.internal.process.ProcessTree} finds what carries the mark and ends it;
 * the {@link io.github.managedservice.internal.process.Guard} does the same when this JVM no longer can.
 */
@NullMarked
package io.github.managedservice.internal.process;

import org.jspecify.annotations.NullMarked;
