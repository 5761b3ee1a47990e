package shop;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One for all classes, whether a suite runs them or not. */
@ManagedService(
        name = "shared",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "shared",
            "${sys.journal}"
        },
        scope = Scope.SESSION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SharedShop {}
