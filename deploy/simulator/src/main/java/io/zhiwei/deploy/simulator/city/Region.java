package io.zhiwei.deploy.simulator.city;

import io.zhiwei.deploy.simulator.Chance;
import java.util.List;

/**
 * A region, or a functional zone inside one.
 *
 * @param code GB/T 2260 code
 * @param zone code of the zone, empty where it is a whole region
 * @param name name
 * @param lon longitude of the centre, degrees
 * @param lat latitude of the centre, degrees
 * @param share share of the city's places
 * @param adjacent codes of the regions beside it
 */
public record Region(
        String code, String zone, String name, double lon, double lat, double share, List<String> adjacent) {

    /** The districts and zones of Ezhou. */
    public static final List<Region> HOME = List.of(
            new Region(
                    "420704", "", "鄂城区", 114.890012, 30.39669, 0.50, List.of("420703", "420702", "420200", "421100")),
            new Region(
                    "420703", "", "华容区", 114.74148, 30.534468, 0.18, List.of("420704", "420702", "420100", "421100")),
            new Region(
                    "420702", "", "梁子湖区", 114.681967, 30.098191, 0.12, List.of("420704", "420703", "420100", "420200")),
            new Region("420703", "GD", "葛店经济技术开发区", 114.65, 30.51, 0.12, List.of("420704", "420100")),
            new Region("420704", "LK", "临空经济区", 115.02, 30.35, 0.08, List.of("420703", "420200", "421100")));

    /** Cities elsewhere, neighbours first. */
    public static final List<Region> ELSEWHERE = List.of(
            new Region("420100", "", "武汉市", 114.3055, 30.5928, 0, List.of("420703", "420702", "421100")),
            new Region("420200", "", "黄石市", 115.0389, 30.1995, 0, List.of("420704", "420702", "421100")),
            new Region("421100", "", "黄冈市", 114.8724, 30.4536, 0, List.of("420704", "420703", "420100", "420200")),
            new Region("310000", "", "上海市", 121.4737, 31.2304, 0, List.of()),
            new Region("110000", "", "北京市", 116.4074, 39.9042, 0, List.of()),
            new Region("440100", "", "广州市", 113.2644, 23.1291, 0, List.of()),
            new Region("410100", "", "郑州市", 113.6254, 34.7466, 0, List.of()));

    /** Draws a district or zone of the city by its share. */
    public static Region draw(Chance chance) {
        double drawn = chance.uniform(0, 1);
        for (Region region : HOME) {
            drawn -= region.share;
            if (drawn < 0) {
                return region;
            }
        }
        return HOME.get(0);
    }
}
