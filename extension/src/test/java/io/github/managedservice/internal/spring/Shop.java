package io.github.managedservice.internal.spring;

import io.github.managedservice.ManagedService;
import io.github.managedservice.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service whose token is its pid, so that no two have the same one, and an application that needs it. */
@ManagedService(
        name = "shop",
        command = {"sh", "-c", "echo token=$$; exec sleep 1000", "shop", "${port}", "${port.admin}"},
        readyPattern = "token=(?<token>\\d+)")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Shop {

    /** The same for all classes that declare it. */
    @ManagedService(
            name = "shop",
            command = {"sh", "-c", "echo token=$$; exec sleep 1000", "shop"},
            readyPattern = "token=(?<token>\\d+)",
            scope = Scope.SESSION)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Shared {}

    /** Cannot be made without the value. */
    record Client(String token) {}

    @Configuration
    class Application {
        @Bean
        Client client(@Value("${shop.token}") String token) {
            return new Client(token);
        }
    }
}
