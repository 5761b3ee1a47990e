package shop;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SharedRedis
class SharedTwoTest {

    @Test
    void has_the_context_of_all_that_share_redis(@Autowired ApplicationContext context) {
        SharedContext.require(context);
    }
}
