// A lost connection: what is typed meanwhile is kept. When the same circuit comes back the fields tell it what they
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
  let wasLost = false;
  let isBack = false;

  for (const kind of ["input", "change"])
    document.addEventListener(kind, (event) => {
      if (isLost() && isKept(event.target)) typed.add(event.target);
    });

  const held = (field) => (field.matches("[type=checkbox], [type=radio]") ? field.checked : field.value);
  function tell(field) {
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }

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
    const fields = [...typed].filter((field) => field.id).map((field) => [field.id, held(field)]);
    if (fields.length) sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, fields }));
    location.reload();
  }

  function whenLive(then) {
    const isLive = () => document.querySelector("[data-live]");
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
