// What a person feels in the browser, measured with Chromium over its debugging protocol (no packages needed).
//   node --experimental-websocket benchmarks/browser.mjs BASE EMAIL PASSWORD SELLER     rows "name, ours, target, ratio, unit" by tabs
// Ratio is target ÷ ours: from 1 on the target is met. See browser.sh.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [base, email, password, seller] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "browser-figures-"));
const chromium = spawn(
  process.env.CHROMIUM ?? "/usr/bin/chromium",
  [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--ignore-certificate-errors", "--remote-debugging-port=0",
    `--user-data-dir=${profile}`, "--window-size=1440,900", "about:blank",
  ],
  { stdio: ["ignore", "ignore", "pipe"] },
);
const endpoint = await new Promise((found, failed) => {
  let told = "";
  chromium.stderr.on("data", (part) => {
    told += part;
    const line = told.match(/DevTools listening on (\S+)/);
    if (line) found(line[1]);
  });
  chromium.on("exit", () => failed(new Error("Chromium ended:\n" + told)));
});
const socket = new WebSocket(endpoint);
await new Promise((open) => (socket.onopen = open));
const waiting = new Map();
const listeners = new Set();
let lastId = 0;
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.id) waiting.get(message.id)(message);
  else for (const listener of listeners) listener(message);
};
function send(method, params = {}, sessionId) {
  const id = ++lastId;
  socket.send(JSON.stringify({ id, method, params, sessionId }));
  return new Promise((done, failed) =>
    waiting.set(id, (answer) => (answer.error ? failed(new Error(method + ": " + answer.error.message)) : done(answer.result))),
  );
}
const { targetId } = await send("Target.createTarget", { url: "about:blank" });
const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
const page = (method, params) => send(method, params, sessionId);
async function evaluate(expression) {
  const { result, exceptionDetails } = await page("Runtime.evaluate", {
    expression, awaitPromise: true, returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
function once(method) {
  return new Promise((done) => {
    const listener = (message) => {
      if (message.sessionId !== sessionId || message.method !== method) return;
      listeners.delete(listener);
      done(message.params);
    };
    listeners.add(listener);
  });
}
async function go(address) {
  const loaded = once("Page.loadEventFired");
  await page("Page.navigate", { url: base + address });
  await loaded;
}
const until = (condition) =>
  evaluate(`new Promise((done, failed) => {
    const began = performance.now();
    (function look() {
      if (${condition}) done();
      else if (performance.now() - began > 60000) failed(new Error("never: " + ${JSON.stringify(condition)}));
      else setTimeout(look, 20);
    })();
  })`);
const live = `document.querySelector("main[data-live]") && !document.querySelector(".skeleton")`;

await page("Page.enable");
await page("Runtime.enable");
await page("Network.enable");
await page("Emulation.setDeviceMetricsOverride", { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });

// Scripts and styles as they came over the network.
const assets = [];
listeners.add(({ method, params, sessionId: from }) => {
  if (from === sessionId && method === "Network.responseReceived" && ["Script", "Stylesheet"].includes(params.type))
    assets.push(params.response);
});

await go("/account/sign-in");
const signedIn = once("Page.loadEventFired");
await evaluate(`document.querySelector("input[type=email]").value = ${JSON.stringify(email)};
  document.querySelector("input[type=password]").value = ${JSON.stringify(password)};
  document.querySelector("form:has(input[type=password])").requestSubmit()`);
await signedIn;

const share = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * p) - 1)];
const row = (name, ours, target, unit) =>
  console.log([name, ours.toFixed(unit === "" ? 4 : 1), target, ours > 0 ? (target / ours).toFixed(2) : "", unit].join("\t"));

// First paint and shifts of whole loads, the browser's cache warm as on any visit but the first; the first one by itself.
const pages = ["overview", "constructor", "programs", "buyers", "retention", "ltv", "reports", "data"];
const shifts = `new Promise((done) => {
  const place = (r) => [r.x, r.y, r.width, r.height].map(Math.round).join(",");
  let [sum, moved] = [0, []];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      sum += entry.value;
      for (const { node, previousRect: from, currentRect: to } of entry.sources)
        moved.push((node?.className || node?.textContent || node?.nodeName) + " " + place(from) + " to " + place(to));
    }
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done([sum, moved.join("; ")]), 400);
})`;
const paint = `performance.getEntriesByName("first-contentful-paint")[0].startTime`;
await go(`/sellers/${seller}/overview`);
await until(live);
row("first_contentful_paint, first page of a portal just started", await evaluate(paint), 1000, "ms");
await page("Network.clearBrowserCache");
assets.length = 0;
await go(`/sellers/${seller}/overview`);
await until(live);
const first = await evaluate(paint);
const paints = [];
let worstShift = 0;
let shifted = "";
for (let round = 0; round < 3; round++)
  for (const name of pages) {
    await go(`/sellers/${seller}/${name}`);
    await until(live);
    paints.push(await evaluate(paint));
    const [shift, moved] = await evaluate(shifts);
    if (shift > 0) console.error(`${name} moves by ${shift.toFixed(4)}: ${moved}`);
    if (shift > worstShift) [worstShift, shifted] = [shift, name];
  }
row("first_contentful_paint, empty cache", first, 1000, "ms");
row("first_contentful_paint, p95 of 24 loads", share(paints, 0.95), 1000, "ms");

// From the click on an entry of the menu to the next page with its numbers.
const changes = [];
await go(`/sellers/${seller}/overview`);
await until(live);
for (let round = 0; round < 4; round++)
  for (const name of [...pages.slice(1), "overview"]) {
    changes.push(
      await evaluate(`new Promise((done) => {
        const before = document.querySelector("h1");
        const title = before.textContent;
        const began = performance.now();
        (function look() {
          const heading = document.querySelector("h1");
          if (heading && heading.textContent !== title && !document.querySelector(".skeleton"))
            requestAnimationFrame(() => done(performance.now() - began));
          else setTimeout(look, 1);
        })();
        document.querySelector('.rail-nav a[href^="/sellers/${seller}/${name}"]').click();
      })`),
    );
    await evaluate("new Promise((done) => setTimeout(done, 150))");
  }
row("page_change, p95 of 32", share(changes.slice(8), 0.95), 300, "ms");
row("page_change, median", share(changes.slice(8), 0.5), 300, "ms");

// From the slider's event to the drawn number.
await go(`/sellers/${seller}/constructor`);
await until(live);
await evaluate("new Promise((done) => setTimeout(done, 500))");
const moves = [];
for (let i = 0; i < 120; i++)
  moves.push(
    await evaluate(`new Promise((done, failed) => {
      const slider = document.querySelector("#threshold");
      const number = document.querySelector("[data-figure=qualify]");
      const before = number.textContent;
      const began = performance.now();
      const seen = new MutationObserver(() => {
        if (number.textContent === before) return;
        seen.disconnect();
        done(performance.now() - began);
      });
      seen.observe(number, { characterData: true, childList: true, subtree: true });
      slider.value = Math.round(Number(slider.max) * ${(i * 37) % 100} / 100);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      setTimeout(() => failed(new Error("the number did not move")), 5000);
    })`),
  );
row("slider_to_number, p95 of 100", share(moves.slice(20), 0.95), 50, "ms");
row("slider_to_number, median", share(moves.slice(20), 0.5), 50, "ms");
row(`layout_shift, worst page${shifted && ` (${shifted})`}`, worstShift, 0, "");

const own = assets.filter((asset) => asset.url.startsWith(base));
const header = (asset, name) => asset.headers[name] ?? asset.headers[name.toLowerCase()] ?? "";
row("scripts_and_styles, not compressed", own.filter((a) => !/br|gzip/.test(header(a, "Content-Encoding"))).length, 0, "files");
row("scripts_and_styles, not kept for good", own.filter((a) => !/immutable/.test(header(a, "Cache-Control"))).length, 0, "files");
const loose = own.filter((a) => !/br|gzip/.test(header(a, "Content-Encoding")) || !/immutable/.test(header(a, "Cache-Control")));
for (const asset of new Set(loose.map((a) => a.url))) console.error("not compressed or not kept: " + asset);

socket.close();
chromium.removeAllListeners("exit");
chromium.kill();
await new Promise((ended) => chromium.on("exit", ended));
rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
