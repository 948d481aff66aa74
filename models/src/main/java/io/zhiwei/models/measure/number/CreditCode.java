package io.zhiwei.models.measure.number;

/** The unified social credit code of an organisation (GB 32100-2015): 18 characters, the last one a check character. */
public final class CreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    /** Returns whether the code has the right form and check character: weights 3^i mod 31. */
    public static boolean isSound(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int digit = ALPHABET.indexOf(code.charAt(i));
            if (digit < 0) {
                return false;
            }
            sum += digit * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        int check = (ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length();
        return ALPHABET.charAt(check) == code.charAt(LENGTH - 1);
    }
}
