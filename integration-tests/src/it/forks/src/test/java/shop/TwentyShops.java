package shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.managedservice.service.RunningService;
import org.junit.jupiter.api.Test;

/** What each of the twenty classes in this file does. */
@SharedShop
abstract class TwentyShops {

    @Test
    void has_the_shop(RunningService shop) {
        assertTrue(shop.isRunning());
    }
}

class Shop00Test extends TwentyShops {}

class Shop01Test extends TwentyShops {}

class Shop02Test extends TwentyShops {}

class Shop03Test extends TwentyShops {}

class Shop04Test extends TwentyShops {}

class Shop05Test extends TwentyShops {}

class Shop10Test extends TwentyShops {}

class Shop11Test extends TwentyShops {}

class Shop12Test extends TwentyShops {}

class Shop13Test extends TwentyShops {}

class Shop14Test extends TwentyShops {}

class Shop15Test extends TwentyShops {}

class Shop16Test extends TwentyShops {}

class Shop17Test extends TwentyShops {}

class Shop18Test extends TwentyShops {}

class Shop19Test extends TwentyShops {}

class Shop20Test extends TwentyShops {}

class Shop21Test extends TwentyShops {}

class Shop22Test extends TwentyShops {}

class Shop23Test extends TwentyShops {}
