package io.github.managedservice;

import io.github.managedservice.ContextState.Visible;
import io.github.managedservice.internal.declaration.Declaration;
import io.github.managedservice.internal.group.ReportedFailures;
import io.github.managedservice.internal.group.ServiceGroup;
import io.github.managedservice.internal.lifecycle.Switches;
import io.github.managedservice.service.RunningService;
import io.github.managedservice.service.ServiceStartException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What one extension declares, and starts for classes and tests. */
final class ExtensionServices {

    static final String DISABLED = "It needs a service, and managedservice.enabled is false";

    private final ManagedServiceExtension extension;

    /** Of the extension in a field; empty where annotations declare the services. */
    private final DeclaredGroup declared;

    /** For threads that do not tell which test asks. */
    private final StartedGroups started = new StartedGroups();

    ExtensionServices(ManagedServiceExtension extension, List<Declaration> specs) {
        this.extension = extension;
        this.declared = new DeclaredGroup(specs);
    }

    List<Declaration> specs() {
        return declared.specs();
    }

    boolean areAnnotated() {
        return declared.isEmpty();
    }

    Optional<RunningService> find(String name) {
        return CurrentTest.context()
                .flatMap(context -> ContextState.of(context).startedBy(extension))
                .or(started::only)
                .flatMap(group -> group.find(name));
    }

    /** Whether there are any that start for a class, before its tests. */
    boolean hasAnyForClass(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return areAnnotated()
                ? ServiceDeclarations.startBeforeTests(testClass)
                : RegisteredExtensions.isInStaticField(testClass, extension);
    }

    /** Starts what a class has for all its tests; does nothing the second time. */
    void startForClass(ExtensionContext context) {
        // Where conditions are deactivated, JUnit has not asked before.
        RunningTestClass.enter(context, extension);
        ContextState state = ContextState.of(context);
        if (!state.ofClass().begin(extension)) {
            return;
        }
        if (areAnnotated()) {
            startAnnotated(context, state);
        } else if (hasAnyForClass(context)) {
            state.declareForEachTest(extension, new DeclaredGroup(List.of()));
            start(context, state, declared);
        }
    }

    /** All is checked before anything starts, and nested classes inherit what is started for each test. */
    private void startAnnotated(ExtensionContext context, ContextState state) {
        Class<?> testClass = context.getRequiredTestClass();
        SessionServices session = SessionServices.of(context);
        ServiceDeclarations read = ServiceDeclarations.of(
                testClass, session, state.injector(), forEachTest(state).specs(), !RegisteredExtensions.in(context));
        state.declareForEachTest(extension, read.forEachTest());
        if (!read.forSession().isEmpty()) {
            Injector injector = read.forSession().checked(testClass, state.declared());
            ServiceGroup group = session.services().group(injector.declared(), state.group());
            start(context, state, new Visible(group, injector), session.failures());
        }
        if (!read.forClass().isEmpty()) {
            start(context, state, read.forClass());
        }
    }

    /** Starts what a test has alone. True if there is something, and it completes what all extensions start for the test. */
    boolean startForTest(ExtensionContext context) {
        ContextState state = ContextState.of(context);
        DeclaredGroup fresh = forEachTest(state);
        if (fresh.isEmpty()) {
            return false;
        }
        start(context, state, fresh);
        state.begin(extension);
        for (ManagedServiceExtension other : RegisteredExtensions.of(context)) {
            if (!other.services.haveStartedFor(state)) {
                return false;
            }
        }
        return true;
    }

    private boolean haveStartedFor(ContextState test) {
        return forEachTest(test).isEmpty() || test.isBegun(extension);
    }

    boolean hasAnyForEachTest(ExtensionContext context) {
        return !forEachTest(ContextState.of(context)).isEmpty();
    }

    /** Says why a parameter gets nothing where no service is visible. */
    String none(InjectionTarget parameter, ExtensionContext context) {
        Set<String> later = ServiceDeclarations.names(forEachTest(ContextState.of(context)));
        return "There is no service for " + parameter.where()
                + (later.isEmpty() ? "" : ": " + parameter.tooEarly(later));
    }

    /** Cheap check: most classes have no injected fields. */
    static boolean hasFields(Class<?> testClass) {
        return !InjectionTarget.fields(testClass).isEmpty();
    }

    /** Fills the fields of an instance, or the static ones of a class, with what a context sees. */
    static void fill(ExtensionContext context, Class<?> testClass, @Nullable Object instance) {
        Optional<Visible> visible = ContextState.of(context).visible();
        if (visible.isPresent()) {
            visible.get().injector().injectFields(visible.get().group(), testClass, instance);
        }
    }

    /** An instance of an enclosing class that has nothing for each test was filled when it was made, with what it sees. */
    static void fillInstances(ExtensionContext test) {
        Object innermost = test.getRequiredTestInstance();
        for (Object instance : test.getRequiredTestInstances().getAllInstances()) {
            if (hasFields(instance.getClass()) && (instance == innermost || awaitTest(instance.getClass(), test))) {
                fill(test, instance.getClass(), instance);
            }
        }
    }

    private static boolean awaitTest(Class<?> enclosing, ExtensionContext test) {
        return Stream.iterate(
                        test.getParent(), Optional::isPresent, context -> context.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(context ->
                        context.getTestClass().filter(enclosing::equals).isPresent())
                .anyMatch(RegisteredExtensions::startAnyForEachTest);
    }

    /** JUnit calls the extension in an instance field with no class before its tests, so nothing was stored for it. */
    private DeclaredGroup forEachTest(ContextState state) {
        return state.forEachTest(extension).orElse(declared);
    }

    private void start(ExtensionContext context, ContextState state, DeclaredGroup services) {
        Class<?> testClass = context.getRequiredTestClass();
        Injector injector = services.checked(testClass, state.declared());
        ServiceGroup group = ServiceGroup.of(testClass.getName(), injector.declared(), state.group());
        start(context, state, new Visible(group, injector), state.failures());
    }

    static Switches switches(Set<String> services, ExtensionContext context) {
        return Switches.of(services, context::getConfigurationParameter);
    }

    /** Starts services, whose failure may have been reported before. */
    private void start(ExtensionContext context, ContextState state, Visible services, ReportedFailures failures) {
        ServiceGroup group = services.group();
        SwitchNames names = SwitchNames.of(context);
        names.services().addAll(group.names());
        Switches switches = switches(group.names(), context);
        switches.requireValid(names.configured(), ExtensionConfigurationException::new);
        if (!switches.enabled()) {
            throw new TestAbortedException(DISABLED);
        }
        // What needs a service that has crashed would fail too, but later and for another reason.
        state.observation(context).requireAlive();
        started.add(context, group);
        state.started(extension, services);
        if (group.isIncomplete()) {
            // Those of the session are seen from now on, and may have crashed in another class.
            state.observation(context).requireAlive();
        }
        started.begin(group);
        try {
            group.start(switches);
        } catch (ServiceStartException e) {
            throw failures.report(e, TestName.of(context));
        }
    }
}
