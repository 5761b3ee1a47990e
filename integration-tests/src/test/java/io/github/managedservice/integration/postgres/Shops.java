package io.github.managedservice.integration.postgres;

// Twenty test classes, and no more in each than a build needs to find it.

class Shop01 extends AbstractShop {}

class Shop02 extends AbstractShop {}

class Shop03 extends AbstractShop {}

class Shop04 extends AbstractShop {}

class Shop05 extends AbstractShop {}

class Shop06 extends AbstractShop {}

class Shop07 extends AbstractShop {}

class Shop08 extends AbstractShop {}

class Shop09 extends AbstractShop {}

class Shop10 extends AbstractShop {}

class Shop11 extends AbstractShop {}

class Shop12 extends AbstractShop {}

class Shop13 extends AbstractShop {}

class Shop14 extends AbstractShop {}

class Shop15 extends AbstractShop {}

class Shop16 extends AbstractShop {}

class Shop17 extends AbstractShop {}

class Shop18 extends AbstractShop {}

class Shop19 extends AbstractShop {}

class Shop20 extends AbstractShop {}
