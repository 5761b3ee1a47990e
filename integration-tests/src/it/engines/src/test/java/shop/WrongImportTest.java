package shop;

import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Of JUnit 4 by mistake: no service is started for it, and a warning says so. */
@SharedShop
public class WrongImportTest {

    @Test
    public void has_no_shop() {
        assertTrue(true);
    }
}
