package io.github.managedservice.service;

import io.github.managedservice.internal.lifecycle.ServiceStarter;

/**
 * Starts a service without any test framework: in {@code main}, in a benchmark, in another framework.
 *
 * <pre><code>
 * try (RunningService redis = ServiceLauncher.start(spec);
 *         RedisClient client = RedisClient.create(redis.uri("redis"))) {
 *     client.set("item", "teapot");
 *     System.out.println(client.get("item") + " from pid " + redis.pid());
 * }
 * </code></pre>
 *
 * <p>The switches, such as {@code managedservice.timeout.factor}, are system properties here. The log is
 * {@code target/managed-services/NAME.log}, or in a temporary folder where there is no build.
 *
 * @since 0.1.0
 */
public final class ServiceLauncher {

    private ServiceLauncher() {}

    /**
     * Starts a service and returns when it is ready. Close it to stop it; if the JVM ends before that, however it ends, the
     * service is ended too.
     *
     * @param spec what to start
     * @return the running service
     * @throws ServiceStartException if it did not become ready; nothing is left of it then
     * @throws IllegalArgumentException if the declaration mentions a placeholder or service that is not known, or a switch among
     *     the system properties is wrong
     */
    public static RunningService start(ServiceSpec spec) {
        return ServiceStarter.start(spec.declaration());
    }
}
