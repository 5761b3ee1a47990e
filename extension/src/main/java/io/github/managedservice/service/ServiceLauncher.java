package io.github.managedservice.service;

import io.github.managedservice.internal.lifecycle.ServiceStarter;

/**
 * Starts a service without JUnit: in {@code main}, in a benchmark, or in another test framework.
 *
 * <pre><code>
 * try (RunningService redis = ServiceLauncher.start(spec);
 *         RedisClient client = RedisClient.create(redis.uri("redis"))) {
 *     client.set("item", "teapot");
 *     System.out.println(client.get("item") + " from pid " + redis.pid());
 * }
 * </code></pre>
 *
 * <p>Switches, such as {@code managedservice.timeout.factor}, are system properties here. The log is
 * {@code target/managed-services/NAME.log}. If there is no build folder, it is in a temporary folder.
 *
 * @since 0.1.0
 */
public final class ServiceLauncher {

    private ServiceLauncher() {}

    /**
     * Starts a service and returns when it is ready. Close the service to stop it. If the JVM ends before that, for any reason,
     * the service is stopped as well.
     *
     * @param spec the service to start
     * @return the running service
     * @throws ServiceStartException if the service did not become ready; nothing of it is left
     * @throws IllegalArgumentException if the declaration mentions an unknown placeholder or service, or if a system property is
     *     an invalid switch
     */
    public static RunningService start(ServiceSpec spec) {
        return ServiceStarter.start(spec.declaration());
    }
}
