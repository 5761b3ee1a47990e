package io.github.managedservice;

import io.github.managedservice.service.Declaration;
import io.github.managedservice.service.ReportedFailures;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceCrashedException;
import io.github.managedservice.service.ServiceGroup;
import io.github.managedservice.service.ServiceObservation;
import io.github.managedservice.service.ServiceSpec;
import io.github.managedservice.service.ServiceStartException;
import io.github.managedservice.service.Switches;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.opentest4j.TestAbortedException;

/**
 * Declares services in code, in a field of a test class. A {@code static} field is one service for the class; a field without
 * {@code static} is a new one for each test.
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
 * <p>{@link ManagedService} registers it by itself. The other public methods are JUnit's callbacks.
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
    private static final String DISABLED = "It needs a service, and managedservice.enabled is false";
    private static final String NOTHING_TO_TEST = "All of its tests are disabled, so its services are not started";

    /** Of the extension in a field; empty where annotations declare the services. */
    private final List<Declaration> specs;

    /** For {@link #service()}, where the thread does not tell which test asks. */
    private final StartedGroups started = new StartedGroups();

    private ManagedServiceExtension() {
        this(List.of());
    }

    private ManagedServiceExtension(List<Declaration> specs) {
        this.specs = specs;
    }

    /**
     * Makes an extension for a field. Several services may mention each other; each starts when those that it needs are ready.
     *
     * @param specs one service or several, each with a name of its own
     * @return the extension, to be registered with {@link org.junit.jupiter.api.extension.RegisterExtension}
     * @throws IllegalArgumentException if there is no service
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
     * Returns the service of this extension. It has been started from {@code @BeforeAll} on if the field is static, else from
     * {@code @BeforeEach} on. Where tests that share the extension run at the same time, each has a service of its own, which
     * this returns on the thread of that test.
     *
     * @return the running service
     * @throws IllegalStateException if there is more than one, or it has not been started, or this is another thread and it
     *     cannot be known which test asks
     */
    public RunningService service() {
        if (specs.size() != 1) {
            throw new IllegalStateException("This extension has " + specs.size() + " services: name the one you mean");
        }
        return service(specs.get(0).name());
    }

    /**
     * Returns one of several services of this extension.
     *
     * @param name its name, as {@link ServiceSpec#name()} returns it
     * @return the running service
     * @throws IllegalStateException if there is none of that name, or else as for {@link #service()}
     */
    public RunningService service(String name) {
        return CurrentTest.context()
                .flatMap(context -> StoredServices.startedBy(this, context))
                .or(started::only)
                .flatMap(group -> group.find(name))
                .orElseThrow(() -> new IllegalStateException("Service '" + name + "' has not been started"));
    }

    /** Services are started for a class before JUnit asks the conditions of its tests. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (specs.isEmpty() && context.getTestMethod().isPresent()) {
            // What annotations declare was decided for the class.
            return ENABLED;
        }
        if (!Switches.of(Set.of(), context::getConfigurationParameter).enabled()) {
            return ConditionEvaluationResult.disabled(DISABLED);
        }
        if (context.getTestMethod().isPresent()) {
            return ENABLED;
        }
        if (startsForClass(context) && DisabledTests.areAllOf(context)) {
            return ConditionEvaluationResult.disabled(NOTHING_TO_TEST);
        }
        // Conditions come before all callbacks, those of extensions before this one included.
        RunningTestClass.announce(context, this);
        return ENABLED;
    }

    private boolean startsForClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return specs.isEmpty()
                ? ServiceDeclarations.startBeforeTests(testClass)
                : RegisteredExtensions.isInStaticField(testClass, this);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (StoredServices.leads(context, this)) {
            // Before they start, for afterwards the test is waiting.
            StoredServices.observe(context);
        }
        startForClass(context);
        Class<?> testClass = context.getRequiredTestClass();
        if (InjectedFields.areIn(testClass)
                && extensions(context).allMatch(extension -> StoredServices.isBegun(context, extension, testClass))) {
            inject(context, testClass, null);
        }
    }

    /** With one instance for all tests JUnit makes it before it calls {@link #beforeAll}. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        startForClass(context);
    }

    /** Starts what a class has for all its tests; does nothing the second time. */
    void startForClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        // Where conditions are deactivated, nobody has asked before.
        RunningTestClass.announce(context, this);
        StoredServices.leads(context, this);
        if (!StoredServices.begin(context, this, testClass)) {
            return;
        }
        if (specs.isEmpty()) {
            // All is checked before anything starts, and nested classes inherit what is started for each test.
            SessionServices session = SessionServices.of(context);
            ServiceDeclarations declared = ServiceDeclarations.of(
                    testClass,
                    session,
                    StoredServices.visible(context),
                    StoredServices.forEachTest(context, this).orElse(List.of()),
                    !RegisteredExtensions.in(context));
            StoredServices.putForEachTest(context, this, declared.forEachTest());
            if (!declared.forSession().isEmpty()) {
                start(
                        context,
                        session.services().group(declared.forSession(), StoredServices.visible(context)),
                        session.failures());
            }
            if (!declared.forClass().isEmpty()) {
                start(
                        context,
                        ServiceGroup.of(testClass.getName(), declared.forClass(), StoredServices.visible(context)),
                        StoredServices.failures(context));
            }
        } else if (RegisteredExtensions.isInStaticField(testClass, this)) {
            StoredServices.putForEachTest(context, this, List.of());
            start(context, specs);
        }
    }

    private void start(ExtensionContext context, List<Declaration> declared) {
        Class<?> testClass = context.getRequiredTestClass();
        start(
                context,
                ServiceDeclarations.group(testClass, declared, StoredServices.visible(context)),
                StoredServices.failures(context));
    }

    /** Starts services, whose failure may have been reported before. */
    private void start(ExtensionContext context, ServiceGroup group, ReportedFailures failures) {
        ServiceNames names = ServiceNames.of(context);
        names.seen().addAll(group.names());
        Switches switches = Switches.of(group.names(), context::getConfigurationParameter);
        switches.requireValid(names.configured(), ExtensionConfigurationException::new);
        if (!switches.enabled()) {
            throw new TestAbortedException(DISABLED);
        }
        // What needs a service that has crashed would fail too, but later and for another reason.
        StoredServices.observation(context).requireAlive();
        StoredServices.put(context, this, group, () -> started.end(group));
        if (group.isIncomplete()) {
            // Those of the session are seen from now on, and may have crashed in another class.
            StoredServices.observation(context).requireAlive();
        }
        started.begin(group);
        try {
            group.start(switches);
        } catch (ServiceStartException e) {
            throw failures.report(e, TestName.of(context));
        }
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        if (InjectedFields.areIn(instance.getClass())
                && StoredServices.leads(context, this)
                && !startsForEachTest(context)) {
            inject(context, instance.getClass(), instance);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (StoredServices.leads(context, this)) {
            StoredServices.observe(context).requireAlive();
        }
        List<Declaration> fresh = forEachTest(context);
        if (!fresh.isEmpty()) {
            start(context, fresh);
            StoredServices.begin(context, this, context.getUniqueId());
            if (extensions(context).allMatch(extension -> extension.hasStartedFor(context))) {
                injectInstances(context);
            }
        }
    }

    /** All that JUnit calls for a context: those of its class and those in fields of its instances. */
    private static Stream<ManagedServiceExtension> extensions(ExtensionContext context) {
        return Stream.concat(RunningTestClass.extensions(context), RegisteredExtensions.inInstances(context));
    }

    /** Whether fields have to wait for services that a test has alone. */
    private static boolean startsForEachTest(ExtensionContext context) {
        return RegisteredExtensions.inInstanceField(context)
                || extensions(context)
                        .anyMatch(extension -> !extension.forEachTest(context).isEmpty());
    }

    private boolean hasStartedFor(ExtensionContext test) {
        return forEachTest(test).isEmpty() || StoredServices.isBegun(test, this, test.getUniqueId());
    }

    /** An instance of an enclosing class that has nothing for each test was filled when it was made, with what it sees. */
    private void injectInstances(ExtensionContext context) {
        Object innermost = context.getRequiredTestInstance();
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            if (InjectedFields.areIn(instance.getClass())
                    && (instance == innermost || waits(instance.getClass(), context))) {
                inject(context, instance.getClass(), instance);
            }
        }
    }

    private static boolean waits(Class<?> enclosing, ExtensionContext test) {
        return Stream.iterate(
                        test.getParent(), Optional::isPresent, context -> context.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(context ->
                        context.getTestClass().filter(enclosing::equals).isPresent())
                .anyMatch(ManagedServiceExtension::startsForEachTest);
    }

    /** JUnit calls the extension in an instance field with no class before its tests, so nothing was stored for it. */
    private List<Declaration> forEachTest(ExtensionContext context) {
        return StoredServices.forEachTest(context, this).orElse(specs);
    }

    /** Before the methods after each test, and other extensions, fail for want of the service. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        StoredServices.observed(context, this).ifPresent(ServiceObservation::requireAlive);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        StoredServices.observed(context, this)
                .ifPresent(observation -> conclude(context, observation, observation::requireAlive));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        StoredServices.observed(context, this)
                .ifPresent(observation -> conclude(context, observation, observation::requireNoUntoldCrash));
    }

    private static void conclude(ExtensionContext context, ServiceObservation observation, Runnable check) {
        Optional<Throwable> failure = context.getExecutionException();
        try {
            check.run();
        } catch (ServiceCrashedException crash) {
            FailedTestOutput.publish(context, observation, failure.orElse(crash));
            throw crash;
        }
        failure.ifPresent(thrown -> FailedTestOutput.publish(context, observation, thrown));
    }

    private void inject(ExtensionContext context, Class<?> testClass, @Nullable Object instance) {
        StoredServices.visible(context)
                .map(ServiceInjection::new)
                .ifPresent(injection -> injection.injectFields(testClass, instance));
    }

    @Override
    public boolean supportsParameter(ParameterContext target, ExtensionContext context) {
        Parameter parameter = target.getParameter();
        return (parameter.getType() == RunningService.class || InjectionTarget.isWanted(parameter))
                && StoredServices.leads(context, this);
    }

    @Override
    public Object resolveParameter(ParameterContext target, ExtensionContext context) {
        InjectionTarget parameter = InjectionTarget.of(target.getParameter());
        ServiceGroup services = StoredServices.visible(context)
                .orElseThrow(() -> new ParameterResolutionException(none(parameter, context)));
        try {
            return new ServiceInjection(services).value(parameter);
        } catch (ExtensionConfigurationException | IllegalStateException | IllegalArgumentException e) {
            throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private String none(InjectionTarget parameter, ExtensionContext context) {
        Set<String> later = forEachTest(context).stream().map(Declaration::name).collect(Collectors.toSet());
        return "There is no service for " + parameter.where()
                + (later.isEmpty() ? "" : ": " + InjectionCheck.tooEarly(parameter, later));
    }
}
