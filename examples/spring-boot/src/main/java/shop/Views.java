package shop;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Counts in Redis how often an item was looked at. */
@Component
class Views {

    private final StringRedisTemplate redis;

    Views(StringRedisTemplate redis) {
        this.redis = redis;
    }

    long count(String item) {
        return redis.opsForValue().increment("views:" + item);
    }
}
