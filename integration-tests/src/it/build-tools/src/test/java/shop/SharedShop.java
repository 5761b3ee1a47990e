package shop;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One for all classes of a launcher session. */
@ManagedService(
        name = "session",
        command = {
            "${java}",
            "-cp",
            "${classpath}",
            "io.github.managedservice.integration.shop.Shop",
            "${port}",
            "session",
            "${sys.journal}"
        },
        scope = Scope.SESSION)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SharedShop {}
