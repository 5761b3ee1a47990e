package io.github.managedservice;

import io.github.managedservice.ContextState.Visible;
import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.group.ServiceObservation;
import io.github.managedservice.internal.lifecycle.HeadStart;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceSpec;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Declares services in code, in a field of a test class. A {@code static} field starts one service for the class. An instance
 * field starts a new one for each test.
 *
 * <pre><code>
 * &#64;RegisterExtension
 * static final ManagedServiceExtension redis = ManagedServiceExtension.of(
 *         ServiceSpec.builder("redis-server", "--port", "${port}", "--dir", "${tempDir}")
 *                 .name("redis")
 *                 .readyWhen(Readiness.line("Ready to accept connections"))
 *                 .timeout(Duration.ofSeconds(10))
 *                 .build());
 *
 * &#64;Test
 * void stores_an_item() {
 *     try (RedisClient client = RedisClient.create(redis.service().uri("redis"))) {
 *         client.set("item", "teapot");
 *
 *         assertEquals("teapot", client.get("item"));
 *     }
 * }
 * </code></pre>
 *
 * <p>A class with {@link ManagedService} needs no such field, because the annotation registers the extension. The public
 * methods other than {@code of} and {@code service} are callbacks for JUnit.
 *
 * @since 0.1.0
 */
public sealed class ManagedServiceExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                CrashInterception,
                ParameterResolver {

    private static final ConditionEvaluationResult ENABLED =
            ConditionEvaluationResult.enabled("services may be started");
    private static final String NOTHING_TO_TEST = "All of its tests are disabled, so its services are not started";

    final ExtensionServices services;

    private ManagedServiceExtension() {
        this(List.of());
    }

    private ManagedServiceExtension(List<Declaration> specs) {
        this.services = new ExtensionServices(this, specs);
    }

    /**
     * Creates an extension for a field. Its services may refer to each other. Each one starts when the services that it needs
     * are ready.
     *
     * @param specs one or more services with different names
     * @return the extension, for a field with {@link org.junit.jupiter.api.extension.RegisterExtension}
     * @throws IllegalArgumentException if {@code specs} is empty
     */
    public static ManagedServiceExtension of(ServiceSpec... specs) {
        if (specs.length == 0) {
            throw new IllegalArgumentException("At least one service is needed");
        }
        return new InField(Stream.of(specs).map(ServiceSpec::declaration).toList());
    }

    /**
     * Of another type than that of annotations. JUnit takes one that is registered already, if only in a field of an enclosing
     * class, for the one that an annotation asks for.
     */
    private static final class InField extends ManagedServiceExtension {
        private InField(List<Declaration> specs) {
            super(specs);
        }
    }

    /**
     * Returns the only service of this extension. It is available from {@code @BeforeAll} on if the field is static, otherwise
     * from {@code @BeforeEach} on. If tests that share an instance field run in parallel, each test has its own service, and
     * this method returns the service of the test on the current thread.
     *
     * @return the running service
     * @throws IllegalStateException if there are several services, if the service has not been started, or if another thread
     *     calls this method while several tests have their own service
     */
    public RunningService service() {
        List<Declaration> specs = services.specs();
        if (specs.size() != 1) {
            throw new IllegalStateException("This extension has " + specs.size() + " services: name the one you mean");
        }
        return service(specs.get(0).name());
    }

    /**
     * Returns one of several services of this extension.
     *
     * @param name the name of the service, see {@link ServiceSpec#name()}
     * @return the running service
     * @throws IllegalStateException if no service has that name, if it has not been started, or if another thread calls this
     *     method while several tests have their own service
     */
    public RunningService service(String name) {
        return services.find(name)
                .orElseThrow(() -> new IllegalStateException("Service '" + name + "' has not been started"));
    }

    /** Disables a class or test if services are switched off or there is nothing to test. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (services.areAnnotated() && context.getTestMethod().isPresent()) {
            // What annotations declare was decided for the class.
            return ENABLED;
        }
        if (!ExtensionServices.switches(Set.of(), context).enabled()) {
            return ConditionEvaluationResult.disabled(ExtensionServices.DISABLED);
        }
        if (context.getTestMethod().isPresent()) {
            return ENABLED;
        }
        if (services.hasAnyForClass(context) && DisabledTests.areAllOf(context)) {
            return ConditionEvaluationResult.disabled(NOTHING_TO_TEST);
        }
        HeadStart.take();
        // Conditions come before all callbacks, those of extensions before this one included.
        RunningTestClass.enter(context, this);
        return ENABLED;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RunningTestClass.enter(context, this);
        ContextState state = ContextState.of(context);
        if (state.isFirst(this)) {
            // Before they start, because afterwards the test waits.
            state.observe(state.observation(context));
        }
        services.startForClass(context);
        Class<?> testClass = context.getRequiredTestClass();
        if (ExtensionServices.hasFields(testClass) && state.ofClass().isComplete()) {
            ExtensionServices.fill(context, testClass, null);
        }
    }

    /** Starts services early: a test instance that all tests share is created before JUnit calls {@link #beforeAll}. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        // JUnit also calls the extension of an enclosing instance, which ends with its test and has nothing for a
        // class.
        if (!ContextState.of(context).ofClass().isBegun(this)
                && (services.areAnnotated() || services.hasAnyForClass(context))) {
            services.startForClass(context);
        }
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        if (ExtensionServices.hasFields(instance.getClass())
                && ContextState.of(context).isFirst(this)
                && !RegisteredExtensions.startAnyForEachTest(context)) {
            ExtensionServices.fill(context, instance.getClass(), instance);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ContextState state = ContextState.of(context);
        state.enter(this);
        if (state.isFirst(this)) {
            ServiceObservation observation = state.observation(context);
            state.observe(observation);
            observation.requireAlive();
        }
        if (services.startForTest(context)) {
            ExtensionServices.fillInstances(context);
        }
    }

    /** Reports a crash first, before {@code @AfterEach} methods and other extensions fail because the service is gone. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        if (observation.isPresent()) {
            observation.get().requireAlive();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        if (observation.isPresent()) {
            FailedTestOutput.conclude(context, observation.get(), observation.get()::requireAlive);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Optional<ServiceObservation> observation = ContextState.of(context).observed(this);
        if (observation.isPresent()) {
            FailedTestOutput.conclude(context, observation.get(), observation.get()::requireNoUntoldCrash);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext target, ExtensionContext context) {
        Parameter parameter = target.getParameter();
        return (parameter.getType() == RunningService.class || InjectionTarget.isWanted(parameter))
                && ContextState.of(context).isFirst(this);
    }

    @Override
    public Object resolveParameter(ParameterContext target, ExtensionContext context) {
        InjectionTarget parameter = InjectionTarget.of(target.getParameter());
        Optional<Visible> visible = ContextState.of(context).visible();
        if (visible.isEmpty()) {
            throw new ParameterResolutionException(services.none(parameter, context));
        }
        try {
            return visible.get().injector().value(visible.get().group(), parameter);
        } catch (ExtensionConfigurationException | IllegalStateException | IllegalArgumentException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }
}
