package io.zhiwei.deploy.simulator.city;

/** Official numbers with their check digits; the bodies are such as no authority gives. */
public final class Numbers {

    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final long SERIALS = 10_000_000_000_000L;
    private static final long SCATTER = 618_033_989L;
    private static final long SPLIT = 100_000;

    private Numbers() {}

    /** Returns the GS1 check digit of a body: weights 3, 1, 3, … from the right. */
    public static int gs1Check(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** Returns a unified social credit code (GB 32100) of category Y9, which no enterprise has. */
    public static String creditCode(String region, int number) {
        String body = "Y9" + region + String.format("%09d", number);
        int sum = 0;
        for (int i = 0; i < CREDIT_WEIGHTS.length; i++) {
            sum += CREDIT.indexOf(body.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return body + CREDIT.charAt((31 - sum % 31) % 31);
    }

    /** Returns a citizen's number (GB 11643) of an area that does not exist. */
    public static String citizenId(int number, int birthYear) {
        String body = "99"
                + digits(number / 1_000 % 10_000, 10_000)
                + digits(birthYear, 10_000)
                + digits(1 + number % 12, 100)
                + digits(1 + number % 28, 100)
                + digits(number % 1_000, 1_000);
        int sum = 0;
        for (int i = 0; i < ID_WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private static String digits(int value, int size) {
        return Integer.toString(value + size).substring(1);
    }

    /** Returns a trace code of twenty digits; different serials give different codes. */
    public static String traceCode(String prefix, long serial) {
        long high = serial / SPLIT * SCATTER % SERIALS;
        long scattered = (high * SPLIT + serial % SPLIT * SCATTER) % SERIALS;
        return prefix + Long.toString(scattered + SERIALS).substring(1);
    }
}
