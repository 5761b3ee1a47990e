package io.github.managedservice.guarantee.run;

/** The same again, for a build of more than one test class. */
class SecondServiceTestCase extends ServiceTestCase {}
