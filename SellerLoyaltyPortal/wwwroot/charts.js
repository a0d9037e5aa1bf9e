// What every chart can do (Components/Charts/ChartFrame.razor): take the width of its place, be read with the arrow
// keys, be saved. Listens on the document, so that a chart needs no wiring of its own.
(() => {
  const stopsOf = (plot) => [...plot.querySelectorAll("g.stop:not(.under)")];

  // A row of the table in words: "Month: May; New: 12".
  function told(table, index) {
    const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    const cells = [...(table.tBodies[0].rows[index]?.cells ?? [])];
    return cells
      .map((cell, i) => [names[i], cell.textContent.trim()])
      .filter(([, text]) => text)
      .map(([name, text]) => `${name}: ${text}`)
      .join("; ");
  }

  function leave(plot) {
    plot.querySelector("g.stop.at")?.classList.remove("at");
  }

  document.addEventListener("keydown", (event) => {
    const plot = event.target.closest?.("[data-chart-plot]");
    if (!plot || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = stopsOf(plot);
    const at = stops.findIndex((stop) => stop.classList.contains("at"));
    const last = stops.length - 1;
    const next = {
      ArrowRight: Math.min(at + 1, last),
      ArrowLeft: at < 0 ? last : Math.max(at - 1, 0),
      Home: 0,
      End: last,
      Escape: -1,
    }[event.key];
    if (next === undefined || last < 0) return;
    leave(plot);
    if (next < 0) return;
    event.preventDefault();
    stops[next].classList.add("at");
    const frame = plot.closest("[data-chart]");
    frame.querySelector("[data-chart-told]").textContent = told(frame.querySelector("[data-chart-table]"), next);
  });
  document.addEventListener("focusout", (event) => {
    const plot = event.target.closest?.("[data-chart-plot]");
    if (plot) leave(plot);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-chart-save]");
    if (!button) return;
    const frame = button.closest("[data-chart]");
    const menu = button.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
    const title = frame.querySelector("[data-chart-title]").firstChild.textContent.trim();
    const kind = button.dataset.chartSave;
    const blob =
      kind === "csv"
        ? new Blob(["\uFEFF" + csvOf(frame.querySelector("[data-chart-table]"))], { type: "text/csv" })
        : await pictureOf(frame, kind);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${title.replace(/[\\/:*?"<>|\s]+/g, "-")}.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
  });

  // Numbers as they are, whatever the reader's language shows; a text that a spreadsheet would take for a formula
  // stays a text.
  function csvOf(table) {
    const field = (cell) => {
      let text = (cell.dataset.exact ?? cell.textContent).trim().replace(/\s+/g, " ");
      if (/^[=+\-@]/.test(text) && !/^-?[\d.]/.test(text)) text = "'" + text;
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    return [...table.rows].map((row) => [...row.cells].map(field).join(",")).join("\r\n") + "\r\n";
  }

  // --- Pictures

  const namespace = "http://www.w3.org/2000/svg";
  const drawn = [
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-opacity",
    "opacity", "font-size", "font-weight", "font-family", "clip-path",
  ]; // prettier-ignore

  // Mixed colours are told in a notation that few programs but browsers read: as the pixel that they make.
  const pixel = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function plainColour(colour) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
    return a === 255 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${Math.round((a / 255) * 1000) / 1000})`;
  }

  function element(name, attributes, text) {
    const made = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // The drawing with its computed looks written into it: it needs no style sheet any more.
  function plain(source) {
    const copy = source.cloneNode(true);
    const [originals, copies] = [[...source.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
    originals.forEach((original, i) => {
      const style = getComputedStyle(original);
      for (const name of drawn) {
        const value = style.getPropertyValue(name);
        if (value && !(name === "clip-path" && value === "none"))
          copies[i].setAttribute(name, /^(color|rgb)/.test(value) ? plainColour(value) : value);
      }
      copies[i].removeAttribute("class");
    });
    originals.forEach((original, i) => {
      if (original.matches(".hit, .stop .tip")) copies[i].remove();
    });
    return copy;
  }

  // A table drawn as what it looks like.
  function drawnTable(table) {
    const place = table.getBoundingClientRect();
    const svg = element("svg", { viewBox: `0 0 ${place.width} ${place.height}` });
    for (const cell of table.querySelectorAll("th, td")) {
      const box = cell.getBoundingClientRect();
      const button = cell.querySelector("button");
      const look = getComputedStyle(button ?? cell);
      const [x, y] = [box.left - place.left, box.top - place.top];
      svg.append(
        element("rect", { x, y, width: box.width, height: box.height, fill: plainColour(look.backgroundColor) }),
      );
      const right = look.textAlign === "right" || look.textAlign === "end";
      const lines = [...(cell.querySelector("a") ?? button ?? cell).childNodes]
        .map((node) => node.textContent.trim())
        .filter((text) => text);
      lines.forEach((line, i) =>
        svg.append(
          element(
            "text",
            {
              x: right ? x + box.width - (parseFloat(look.paddingRight) || 2) : x + (parseFloat(look.paddingLeft) || 2),
              y: y + box.height / 2 + 4 + (i - (lines.length - 1) / 2) * 14,
              "text-anchor": right ? "end" : "start",
              "font-size": i > 0 ? 10 : look.fontSize,
              "font-weight": look.fontWeight,
              fill: plainColour(look.color),
            },
            line,
          ),
        ),
      );
    }
    return { svg, width: place.width, height: place.height };
  }

  async function pictureOf(frame, kind) {
    const plot = frame.querySelector("[data-chart-plot] svg");
    const table = frame.querySelector("[data-chart-table]");
    const { svg, width, height } = plot
      ? { svg: plain(plot), width: plot.viewBox.baseVal.width, height: plot.viewBox.baseVal.height }
      : drawnTable(table);
    const look = getComputedStyle(frame);
    const colour = (name) => {
      title.style.color = `var(${name})`;
      const told = plainColour(getComputedStyle(title).color);
      title.style.color = "";
      return told;
    };
    const title = frame.querySelector("[data-chart-title]");
    const legend = [...frame.querySelectorAll(".legend span")];
    const [above, below, margin] = [58, legend.length ? 30 : 12, 16];
    const whole = element("svg", {
      xmlns: namespace,
      width: width + 2 * margin,
      height: height + above + below,
      viewBox: `0 0 ${width + 2 * margin} ${height + above + below}`,
      "font-family": look.fontFamily,
    });
    whole.append(
      element("rect", { width: "100%", height: "100%", fill: colour("--card") }),
      element(
        "text",
        { x: margin, y: 26, "font-size": 15, "font-weight": 600, fill: colour("--ink") },
        title.firstChild.textContent.trim(),
      ),
      element(
        "text",
        { x: margin, y: 45, "font-size": 12.5, fill: colour("--muted") },
        title.querySelector("[data-chart-units]").textContent.trim(),
      ),
    );
    for (const [name, value] of Object.entries({ x: margin, y: above, width, height })) svg.setAttribute(name, value);
    svg.removeAttribute("role");
    whole.append(svg);
    let x = margin;
    for (const entry of legend) {
      const key = getComputedStyle(entry.querySelector("i"));
      const shade = key.borderTopStyle === "none" ? key.backgroundColor : key.borderTopColor;
      const y = above + height + 8;
      whole.append(
        element("rect", { x, y, width: 12, height: 8, rx: 2, fill: plainColour(shade) }),
        element("text", { x: x + 18, y: y + 9, "font-size": 12.5, fill: colour("--muted") }, entry.textContent.trim()),
      );
      pixel.font = `12.5px ${look.fontFamily}`;
      x += 34 + pixel.measureText(entry.textContent.trim()).width;
    }
    const text = new XMLSerializer().serializeToString(whole);
    return kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await rastered(text, whole);
  }

  async function rastered(text, whole) {
    const image = new Image();
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [whole.getAttribute("width") * 2, whole.getAttribute("height") * 2];
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  window.portalCharts = {
    // A chart that is taken off the page is told no width: it has none.
    watchWidth(plot, chart) {
      if (!plot?.isConnected) return;
      new ResizeObserver(([entry]) => {
        if (entry.contentRect.width > 0 && plot.isConnected)
          chart.invokeMethodAsync("ResizeAsync", entry.contentRect.width);
      }).observe(plot);
    },
  };
})();
