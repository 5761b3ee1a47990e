package io.github.managedservice.integration.recipes;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@ManagedService(
        name = "shop",
        command = "kubectl port-forward --address ${host} service/shop ${port}:80",
        readyPattern = "^Forwarding from 127")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PodTunnel {}
