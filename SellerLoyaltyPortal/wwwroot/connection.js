// What is typed is not lost with the connection, nor with a change of the language. When the same circuit comes back the fields tell it what they
// hold now; after a restart of the server the page is loaded anew (what it shows stands in its address) and the
// fields get what was typed into them.
(() => {
  const banner = document.getElementById("components-reconnect-modal");
  if (!banner) return;
  const key = "typed-while-offline";
  const has = (state) => banner.classList.contains(`components-reconnect-${state}`);
  const isLost = () => has("show") || has("failed") || has("rejected");
  const isKept = (field) =>
    field.matches("input:not([type=password]):not([type=file]):not([type=hidden]), textarea, select");
  let typed = new Set();
  const touched = new Set();
  let wasLost = false;
  let isBack = false;

  for (const kind of ["input", "change"])
    document.addEventListener(kind, (event) => {
      if (!isKept(event.target)) return;
      for (const field of touched) if (!field.isConnected) touched.delete(field);
      touched.add(event.target);
      if (isLost()) typed.add(event.target);
    });

  const held = (field) => (field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value);
  function tell(field) {
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  function keep(all) {
    const fields = all.filter((field) => field.isConnected && field.id).map((field) => [field.id, held(field)]);
    if (fields.length) sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, fields }));
  }

  // Another language is the page loaded anew. What is a slider's stands in the address; a day is written in another way.
  document.addEventListener("submit", (event) => {
    if (event.target.matches("form.language"))
      keep([...touched].filter((field) => !field.matches("[type=range], .day-field input")));
  });

  new MutationObserver(() => {
    if (has("rejected")) return loadAnew();
    // Blazor's own attempts, once they are called off, end with "failed", though the connection is there again.
    if (isBack && has("failed")) return banner.classList.remove("components-reconnect-failed");
    if (has("show")) isBack = false;
    if (wasLost && !isLost()) {
      const fields = typed;
      typed = new Set();
      for (const field of fields) if (field.isConnected) tell(field);
    }
    wasLost = isLost();
  }).observe(banner, { attributes: true, attributeFilter: ["class"] });

  function loadAnew() {
    // What was typed before is gone with the circuit as well; what a slider told then stands in the address.
    keep([...touched].filter((field) => typed.has(field) || !field.matches("[type=range]")));
    location.reload();
  }

  function whenLive(then) {
    // Pages of an account have no circuit.
    const isLive = () => document.querySelector("[data-live], .account");
    if (isLive()) return then();
    const waiting = new MutationObserver(() => {
      if (!isLive()) return;
      waiting.disconnect();
      then();
    });
    waiting.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-live"] });
  }

  // What stood in the fields before the page was loaded anew; a field may come only with the data.
  const saved = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (saved?.path === location.pathname)
    whenLive(() => {
      const left = new Map(saved.fields);
      const fill = () => {
        for (const [id, value] of left) {
          const field = document.getElementById(id);
          if (!field || field.disabled) continue;
          left.delete(id);
          if (held(field) === value) continue;
          if (typeof value === "boolean") field.checked = value;
          else field.value = value;
          tell(field);
        }
        if (left.size === 0) waiting.disconnect();
      };
      const waiting = new MutationObserver(fill);
      waiting.observe(document.body, { subtree: true, childList: true });
      fill();
    });

  async function reconnect() {
    if (!isLost()) return;
    // False: the server does not know the circuit any more.
    isBack = await Blazor.reconnect();
    if (!isBack) return loadAnew();
    if (has("failed")) banner.classList.remove("components-reconnect-failed");
  }
  banner.querySelector("[data-reconnect]").addEventListener("click", reconnect);
  addEventListener("online", reconnect);
})();
