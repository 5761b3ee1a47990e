package shop;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One for all classes. It is ready when the same one of another module runs too. */
@ManagedService(
        name = "session",
        command = {
            "${java}", "-cp", "${classpath}", "io.github.managedservice.integration.shop.Shop",
            "${port}", "session", "${sys.journal}", "2"
        },
        readyPattern = "^open",
        scope = Scope.SESSION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SessionShop {}
