package shop;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Nothing is started for a suite, and a warning says so. */
@SharedShop
@Suite
@SelectClasses(ShopTest.class)
class AnnotatedSuiteTest {}
