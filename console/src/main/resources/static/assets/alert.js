// The place of an alert within the outlines of the districts. Tooltips are drawn on the canvas: markup with styles is refused.
(async () => {
  "use strict";
  const place = document.getElementById("map");
  const districts = await fetch("/assets/ezhou-districts.geojson").then((answer) => answer.json());
  const { lon, lat, name, code } = place.dataset;
  const own = districts.features.find((feature) => feature.properties.code === code);
  const nameProperty = document.documentElement.lang === "en" ? "nameEn" : "name";
  echarts.registerMap("ezhou", districts);
  const map = echarts.init(place);
  map.setOption({
    tooltip: { renderMode: "richText" },
    geo: { map: "ezhou", nameProperty, top: 10, bottom: 10, roam: true, silent: true, itemStyle: { areaColor: "#eef3f7", borderColor: "#66727d" },
      label: { show: true, color: "#16202a" },
      regions: own ? [{ name: own.properties[nameProperty], itemStyle: { areaColor: "#f7dcae" } }] : [] },
    series: [{ type: "scatter", coordinateSystem: "geo", symbol: "pin", symbolSize: 36, itemStyle: { color: "#a50e0e" },
      data: [{ name, value: [Number(lon), Number(lat)] }], tooltip: { formatter: "{b}" } }],
  });
  addEventListener("resize", () => map.resize());
})();
