// Map, trend and calendar of the overview. Tooltips are drawn on the canvas: markup with styles is refused by the page.
(async () => {
  "use strict";
  const root = document.getElementById("charts");
  const names = [root.dataset.red, root.dataset.orange, root.dataset.yellow, root.dataset.blue];
  const colours = ["#a50e0e", "#f08a24", "#e0b400", "#1d5fa8"];
  const [overview, districts] = await Promise.all([
    fetch("/overview/data" + location.search).then((answer) => answer.json()),
    fetch("/assets/ezhou-districts.geojson").then((answer) => answer.json()),
  ]);
  const charts = ["map", "trend", "calendar"].map((id) => echarts.init(document.getElementById(id)));
  const [map, trend, calendar] = charts;
  const tooltip = { renderMode: "richText" };
  const biggest = (numbers) => Math.max(1, ...numbers);
  // Zones and the side on which their names stand clear of the districts.
  const centres = { GD: { place: [114.65, 30.51], side: "left" }, LK: { place: [115.02, 30.35], side: "right" } };

  const nameProperty = document.documentElement.lang === "en" ? "nameEn" : "name";
  const onTheMap = { color: "#16202a", backgroundColor: "rgba(255,255,255,.85)", padding: [1, 3] };
  echarts.registerMap("ezhou", districts);
  const byDistrict = districts.features.map((feature) => {
    const place = overview.places.find((one) => one.code === feature.properties.code && one.zone === "");
    return { name: feature.properties[nameProperty], value: place ? place.alerts : 0, code: feature.properties.code };
  });
  const zones = overview.places.filter((one) => centres[one.zone]).map((one) => (
    { name: one.name, value: [...centres[one.zone].place, one.alerts], code: one.code, zone: one.zone,
      label: { position: centres[one.zone].side } }));
  map.setOption({
    tooltip,
    geo: { map: "ezhou", nameProperty, top: 10, bottom: 10, label: { show: true, ...onTheMap }, emphasis: { disabled: false } },
    visualMap: { seriesIndex: 0, min: 0, max: biggest(byDistrict.map((one) => one.value)), calculable: true,
      inRange: { color: ["#eef3f7", "#f7c46c", "#a50e0e"] } },
    series: [
      { type: "map", geoIndex: 0, name: root.dataset.alerts, data: byDistrict },
      { type: "scatter", coordinateSystem: "geo", name: root.dataset.alerts, data: zones,
        symbolSize: (value) => 10 + 20 * Math.sqrt(value[2] / biggest(zones.map((one) => one.value[2]))),
        itemStyle: { color: "#0b3d63" }, label: { show: true, formatter: "{b}", ...onTheMap, width: 110, overflow: "break" },
        tooltip: { formatter: (point) => point.name + " " + point.value[2] } },
    ],
  });
  map.on("click", (event) => {
    if (event.data && event.data.code) {
      const filter = new URLSearchParams(location.search);
      filter.set("region", event.data.code);
      filter.set("zone", event.data.zone || "");
      location.href = "/overview?" + filter;
    }
  });

  trend.setOption({
    tooltip: { ...tooltip, trigger: "axis" }, legend: { data: names },
    xAxis: { type: "time", minInterval: 86400000, axisLabel: { formatter: "{MM}-{dd}", hideOverlap: true } },
    yAxis: { type: "value", minInterval: 1, name: root.dataset.alerts },
    series: names.map((name, i) => ({ name, type: "bar", stack: "levels", itemStyle: { color: colours[i] },
      data: overview.days.map((day) => [day.date, day.levels[i]]) })),
  });

  const totals = overview.days.map((day) => [day.date, day.levels.reduce((sum, one) => sum + one, 0)]);
  const last = totals.length ? new Date(totals[totals.length - 1][0]) : new Date();
  const first = new Date(last);
  first.setMonth(first.getMonth() - 4);
  const day = (date) => date.toISOString().slice(0, 10);
  calendar.setOption({
    tooltip: { ...tooltip, formatter: (point) => point.value[0] + " " + point.value[1] },
    visualMap: { min: 0, max: biggest(totals.map((one) => one[1])), orient: "horizontal", left: "center", calculable: true,
      inRange: { color: ["#eef3f7", "#f7c46c", "#a50e0e"] } },
    calendar: { top: 40, yearLabel: { color: "#47535e" }, range: [day(first), day(last)], cellSize: ["auto", 22],
      dayLabel: { nameMap: document.documentElement.lang === "en" ? "EN" : "ZH" },
      monthLabel: { nameMap: document.documentElement.lang === "en" ? "EN" : "ZH" } },
    series: [{ type: "heatmap", coordinateSystem: "calendar", data: totals }],
  });
  addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
