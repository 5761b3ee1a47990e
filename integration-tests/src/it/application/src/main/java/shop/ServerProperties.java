package shop;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("server")
record ServerProperties(int port) {}
