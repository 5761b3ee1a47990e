package shop;

/** Says that it is ready, and then more. */
final class Shop {

    private Shop() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("ready, pin=4711");
        Thread.sleep(1_000_000);
    }
}
