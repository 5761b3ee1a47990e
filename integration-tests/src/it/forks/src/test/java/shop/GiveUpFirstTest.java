package shop;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

@SharedShop
class GiveUpFirstTest {

    @Test
    void fails() {
        fail("Surefire gives up after this one");
    }
}
