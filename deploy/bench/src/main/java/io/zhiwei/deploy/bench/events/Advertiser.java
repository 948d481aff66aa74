package io.zhiwei.deploy.bench.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A fictitious organisation that advertises.
 *
 * @param creditCode unified social credit code with a right check character
 * @param name name
 */
record Advertiser(String creditCode, String name) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final List<String> PLACES = List.of("鄂州", "武昌", "黄石", "黄冈", "汉口");
    private static final List<String> NAMES = List.of("康禾", "瑞景", "百益", "同盛", "青禾", "安泽", "本源", "和畅");
    private static final List<String> KINDS = List.of("大药房有限公司", "商贸有限公司", "健康科技有限公司", "门诊部", "网络科技有限公司", "食品有限公司");

    static List<Advertiser> make(int count, Chance chance) {
        List<Advertiser> advertisers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String code = String.format(Locale.ROOT, "91420700MB%07d", i);
            String name = chance.one(PLACES) + chance.one(NAMES) + i + chance.one(KINDS);
            advertisers.add(new Advertiser(code + checkCharacter(code), name));
        }
        return advertisers;
    }

    /** GB 32100: weights 3^i mod 31. */
    private static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
