// Alerts by day before and after, and the threshold over its range. Tooltips are drawn on the canvas: markup with styles is refused.
(async () => {
  "use strict";
  const root = document.getElementById("charts");
  const data = await fetch(root.dataset.source).then((answer) => answer.json());
  const tooltip = { renderMode: "richText", trigger: "axis" };
  const charts = [];
  const draw = (id, option) => {
    const place = document.getElementById(id);
    if (place) {
      const chart = echarts.init(place);
      chart.setOption(option);
      charts.push(chart);
    }
  };
  const { before, after, alerts, precision, recall } = root.dataset;
  draw("days", {
    tooltip, legend: { data: [before, after] }, color: ["#66727d", "#b54708"],
    xAxis: { type: "time", minInterval: 86400000, axisLabel: { formatter: "{MM}-{dd}", hideOverlap: true } }, yAxis: { type: "value", minInterval: 1, name: alerts },
    series: [
      { name: before, type: "bar", data: data.days.map((day) => [day.date, day.before]) },
      { name: after, type: "bar", data: data.days.map((day) => [day.date, day.after]) },
    ],
  });
  const line = (name, of, axis) => ({ name, type: "line", yAxisIndex: axis, connectNulls: true,
    data: data.curve.map((point) => [point.value, of(point)]) });
  draw("curve", {
    tooltip, legend: { data: [alerts, precision, recall] }, color: ["#0b3d63", "#b54708", "#2f7d4f"],
    xAxis: { type: "value", scale: true },
    yAxis: [{ type: "value", name: alerts, minInterval: 1 }, { type: "value", min: 0, max: 1, splitLine: { show: false } }],
    series: [
      { ...line(alerts, (point) => point.alerts, 0),
        markLine: { symbol: "none", label: { formatter: after }, data: [{ xAxis: Number(root.dataset.value) }] } },
      line(precision, (point) => point.precision, 1),
      line(recall, (point) => point.recall, 1),
    ],
  });
  addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
