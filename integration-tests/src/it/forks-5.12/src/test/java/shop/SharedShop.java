package shop;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One for all classes of a JVM. */
@ManagedService(
        name = "shared",
        command = {
            "${java}", "-cp", "${classpath}", "io.github.managedservice.integration.shop.Shop",
            "${port}", "shared", "${sys.journal}", "${sys.company}"
        },
        readyPattern = "^open",
        scope = Scope.SESSION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SharedShop {}
