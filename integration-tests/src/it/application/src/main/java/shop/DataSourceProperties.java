package shop;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("spring.datasource")
record DataSourceProperties(String url, String username) {}
