package io.github.managedservice;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which annotation says what is to be injected; looked for once, when the declaration is checked and no test waits. */
final class Wanted {

    private static final ClassValue<Map<AnnotatedElement, Optional<Annotation>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<AnnotatedElement, Optional<Annotation>> computeValue(Class<?> declaring) {
            return new ConcurrentHashMap<>();
        }
    };

    private Wanted() {}

    /** The annotation of a parameter or field, also where it is on another annotation. */
    static Optional<Annotation> by(AnnotatedElement element) {
        Member member = element instanceof Parameter parameter ? parameter.getDeclaringExecutable() : (Member) element;
        return KNOWN.get(member.getDeclaringClass()).computeIfAbsent(element, Wanted::find);
    }

    private static Optional<Annotation> find(AnnotatedElement element) {
        return Stream.of(ServicePort.class, ServiceValue.class, InjectService.class)
                .flatMap(type -> AnnotationSupport.findAnnotation(element, type).stream())
                .map(Annotation.class::cast)
                .findFirst();
    }
}
