package io.zhiwei.deploy.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the city sells. Generic names are real, everything else is made up. */
final class Products {

    private static final String[] DRUGS = {
        // name | sale | control | price | units | ddd | mark
        "苯磺酸氨氯地平片|RX||28|28|1|",
        "阿托伐他汀钙片|RX||45|28|1|",
        "二甲双胍片|RX||32|60|3|",
        "奥美拉唑肠溶胶囊|RX||26|28|1|",
        "硝苯地平控释片|RX||38|28|1|",
        "美托洛尔缓释片|RX||35|28|1|",
        "厄贝沙坦片|RX||30|28|1|",
        "瑞舒伐他汀钙片|RX||42|28|1|",
        "阿莫西林胶囊|RX||18|24|6|ANTI",
        "头孢克洛缓释片|RX||36|12|2|ANTI",
        "左氧氟沙星片|RX||22|12|1|ANTI",
        "孟鲁司特钠片|RX||48|12|1|",
        "甘精胰岛素注射液|RX||180|30|1|COLD",
        "门冬胰岛素注射液|RX||160|30|1|COLD",
        "华法林钠片|RX||20|60|1|BAN",
        "卡马西平片|RX||24|60|4|BAN",
        "秋水仙碱片|RX||26|20|2|BAN",
        "奥司他韦胶囊|RX||168|10|2|COURSE",
        "吡非尼酮胶囊|RX||620|54|9|DEAR",
        "来那度胺胶囊|RX||980|21|1|DEAR",
        "酚麻美敏片|OTC_A|EPH|16|20|4|",
        "复方盐酸伪麻黄碱缓释胶囊|OTC_A|EPH|18|10|2|",
        "右美沙芬片|RX|PSY2|22|24|6|",
        "佐匹克隆片|RX|PSY2|38|7|1|",
        "复方甘草片|RX|SPC|12|100|9|",
        "吗啡缓释片|RX|NARC|90|10|2|",
        "洋地黄毒苷片|RX|TOX|40|10|2|",
        "布洛芬缓释胶囊|OTC_A||20|20|2|",
        "氯雷他定片|OTC_A||18|12|1|",
        "蒙脱石散|OTC_A||22|10|3|",
        "双氯芬酸二乙胺乳胶剂|OTC_A||25|20|3|",
        "维生素C片|OTC_B||8|100|3|",
        "板蓝根颗粒|OTC_B||15|20|3|",
        "健胃消食片|OTC_B||14|32|9|",
        "碘伏消毒液|OTC_B||6|1|1|",
        "创可贴|OTC_B||9|20|2|",
        "葡萄糖酸钙片|OTC_B||18|100|3|",
        "感冒清热颗粒|OTC_B||16|12|2|",
        "六味地黄丸|OTC_B||28|200|24|"
    };

    private static final String[] DEVICES = {
        // name | class | price | mark
        "电子血压计|II|260|EXEMPT", "电子体温计|II|35|EXEMPT", "医用外科口罩|II|18|UDI", "血糖试纸|II|65|UDI", "制氧机|II|2200|SERIAL",
        "助听器|II|1800|SERIAL", "退热贴|I|22|", "医用棉签|I|5|", "软性亲水接触镜|III|150|UDI", "人类免疫缺陷病毒抗体检测试剂盒|III|60|UDI",
        "注射用透明质酸钠凝胶|III|1600|PROFESSIONAL", "骨科植入钢板|III|3200|IMPLANT"
    };

    private final List<Product> drugs = new ArrayList<>();
    private final List<Product> devices = new ArrayList<>();

    Products() {
        for (int i = 0; i < DRUGS.length; i++) {
            String[] parts = DRUGS[i].split("\\|", -1);
            drugs.add(new Product(
                    String.format(Locale.ROOT, "国药准字H2019%04d", 1000 + i),
                    String.format(Locale.ROOT, "869%011d", 90_100_000L + i * 17L),
                    parts[0],
                    parts[1],
                    parts[2],
                    Double.parseDouble(parts[3]),
                    Integer.parseInt(parts[4]),
                    Double.parseDouble(parts[5]),
                    parts[6]));
        }
        for (int i = 0; i < DEVICES.length; i++) {
            String[] parts = DEVICES[i].split("\\|", -1);
            devices.add(new Product(
                    number(parts[1], i),
                    String.format(Locale.ROOT, "069%011d", 20_300_000L + i * 31L),
                    parts[0],
                    parts[1],
                    "",
                    Double.parseDouble(parts[2]),
                    1,
                    1,
                    parts[3]));
        }
    }

    private static String number(String deviceClass, int i) {
        return switch (deviceClass) {
            case "III" -> String.format(Locale.ROOT, "国械注准2020316%04d", 100 + i);
            case "II" -> String.format(Locale.ROOT, "鄂械注准2020207%04d", 100 + i);
            default -> String.format(Locale.ROOT, "鄂鄂械备2020%04d", 100 + i);
        };
    }

    List<Product> drugs() {
        return drugs;
    }

    List<Product> devices() {
        return devices;
    }

    /** Returns ordinary drugs of a sale class: neither controlled, banned online, dear nor of a short course. */
    List<Product> ordinary(String sale) {
        return drugs.stream()
                .filter(drug -> drug.sale().equals(sale)
                        && drug.control().isEmpty()
                        && (drug.mark().isEmpty() || drug.mark().equals("ANTI")))
                .toList();
    }

    List<Product> controlled(String control) {
        return drugs.stream().filter(drug -> drug.control().equals(control)).toList();
    }

    List<Product> marked(String mark) {
        List<Product> all = new ArrayList<>(drugs);
        all.addAll(devices);
        return all.stream().filter(product -> product.mark().equals(mark)).toList();
    }

    List<Product> devices(String deviceClass) {
        return devices.stream()
                .filter(device -> device.sale().equals(deviceClass)
                        && !device.mark().equals("PROFESSIONAL")
                        && !device.mark().equals("IMPLANT"))
                .toList();
    }
}
