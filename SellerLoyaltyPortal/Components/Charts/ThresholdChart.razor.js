// Tells .NET where the pointer is, in the chart's units, while it drags (or where Enter was pressed): the newest position only, one call at a
// time, so that a slow connection gets fewer calls, not a queue.
export function attach(svg, chart) {
  let dragging = false;
  let next = null;
  let calling = false;

  async function send() {
    if (calling) return;
    calling = true;
    while (next !== null) {
      const position = next;
      next = null;
      await chart.invokeMethodAsync("DragAsync", position);
    }
    calling = false;
  }

  function move(event) {
    if (!dragging) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    next = point.x;
    send();
  }

  function down(event) {
    if (event.button !== 0) return;
    dragging = true;
    svg.setPointerCapture(event.pointerId);
    move(event);
    event.preventDefault();
  }

  function up() {
    dragging = false;
  }

  // The arrow keys go through the places that the chart tells (charts.js); Enter puts the point there.
  function key(event) {
    const line = event.key === "Enter" && svg.querySelector("g.stop.at line.pick");
    if (!line) return;
    event.preventDefault();
    next = line.x1.baseVal.value;
    send();
  }

  svg.addEventListener("pointerdown", down);
  svg.addEventListener("pointermove", move);
  svg.addEventListener("pointerup", up);
  svg.addEventListener("pointercancel", up);
  const plot = svg.closest("[data-chart-plot]");
  plot?.addEventListener("keydown", key);
  svg.style.touchAction = "pan-y";
  svg.style.cursor = "ew-resize";

  return {
    dispose() {
      svg.removeEventListener("pointerdown", down);
      svg.removeEventListener("pointermove", move);
      svg.removeEventListener("pointerup", up);
      svg.removeEventListener("pointercancel", up);
      plot?.removeEventListener("keydown", key);
      next = null;
    },
  };
}
