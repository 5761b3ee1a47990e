package shop;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

@Suite
@SelectClasses({ShopTest.class, VisitorsTest.class})
class ShopSuiteTest {}
