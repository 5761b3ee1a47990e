package io.github.managedservice.integration.recipes;

import io.github.managedservice.ManagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@ManagedService(
        name = "database",
        command = "ssh -N -F ${sys.ssh.config} -o BatchMode=yes -o ExitOnForwardFailure=yes -o ControlPath=none "
                + "-o ServerAliveInterval=5 -L ${host}:${port}:${sys.database.address} jump-host",
        timeout = 10)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DatabaseTunnel {}
