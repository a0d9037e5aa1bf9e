// What a browser keeps of a person's choices. Over HTTPS no other host of the domain can write it.
const keepChoice = (name, value) => {
  const [prefix, secure] = location.protocol === "https:" ? ["__Host-", ";secure"] : ["", ""];
  document.cookie = `${prefix}${name}=${value};path=/;max-age=31536000;samesite=lax${secure}`;
};

// Light or dark: the choice is kept in a cookie, so that the server renders the right one at once.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-toggle-theme]")) return;
  const root = document.documentElement;
  const dark =
    root.dataset.theme === "dark" ||
    (root.dataset.theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "light" : "dark";
  keepChoice("theme", root.dataset.theme);
});

// The navigation's width is kept the same way.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-toggle-rail]")) return;
  const root = document.documentElement;
  root.dataset.rail = root.dataset.rail === "narrow" ? "wide" : "narrow";
  keepChoice("rail", root.dataset.rail);
});

// Ctrl+K (or Cmd+K) opens the command palette, wherever the focus is.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== "KeyK") return;
  const palette = document.querySelector("[data-palette]");
  if (!palette) return;
  event.preventDefault();
  if (!document.querySelector("dialog[open]")) palette.click();
});

// What was pressed may go with what it did, or wait until that is done: the focus then stays near, instead of falling to
// the top of the page.
(() => {
  let pressed = [];
  let late = 0;
  function near(button, isLate) {
    if (!button.isConnected)
      return pressed.find((part) => part.isConnected && part.querySelector("h1, h2, h3"))?.querySelector("h1, h2, h3");
    if (!button.disabled) return button;
    // Busy for a moment, or for good as the last step back.
    return isLate ? button.parentElement.querySelector("button:not(:disabled)") : null;
  }
  function keep(isLate) {
    const button = pressed[0];
    if (!button || (document.activeElement && document.activeElement !== document.body)) return;
    const next = near(button, isLate);
    if (!next) return;
    if (!next.matches("button, summary, a")) next.tabIndex = -1;
    if (next !== button) pressed = [];
    next.focus({ preventScroll: true });
  }
  new MutationObserver(() => {
    if (pressed.length) keep(false);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", (event) => {
    if (event.target !== pressed[0]) pressed = [];
  });
  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("main button, main summary, main a");
      pressed = [];
      clearTimeout(late);
      // A dialog has its own way back.
      if (!button || button.closest("dialog")) return;
      for (let part = button; part && part.localName !== "body"; part = part.parentElement) pressed.push(part);
      late = setTimeout(() => keep(true), 1200);
    },
    true,
  );
})();

// Menus made of <details> close on a click elsewhere and on Escape.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-close-outside][open]"))
    if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-close-outside][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A calendar closes on the day that was picked; arrow keys go from day to day, beyond an end from month to month.
document.addEventListener("click", (event) => {
  const menu = event.target.closest("[data-closes]")?.closest("details");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("keydown", (event) => {
  const calendar = event.target.matches("[data-calendar] td button") && event.target.closest("[data-calendar]");
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  const page = { PageUp: "[data-calendar-back=month]", PageDown: "[data-calendar-on=month]" }[event.key];
  if (!calendar || (!step && !page)) return;
  event.preventDefault();
  const days = [...calendar.querySelectorAll("td button")];
  const next = step && days[days.indexOf(event.target) + step];
  if (next) next.focus();
  else calendar.querySelector(page ?? `[data-calendar-${step < 0 ? "back" : "on"}=month]`).click();
});

window.portal = {
  // The address follows what is shown without a navigation; Blazor's own state in the entry is kept. Whoever has gone on
  // to another page meanwhile is not given this one's.
  rememberAddress(address) {
    const pageOf = (path) => path.split("/").slice(0, 4).join("/");
    if (pageOf(new URL(address, location.href).pathname) !== pageOf(location.pathname)) return;
    history.replaceState(history.state, "", address);
  },
  showOption(id) {
    document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  },
  // The browser gives the focus back when it closes a dialog, not when one is taken off the page while it is open.
  showDialog(dialog) {
    if (!dialog.isConnected || dialog.open) return;
    const before = document.activeElement;
    // A tap beside it closes it: a phone has no Escape. Not a drag that only ends there.
    let isBeside = false;
    dialog.addEventListener("pointerdown", ({ target, clientX: x, clientY: y }) => {
      const box = dialog.getBoundingClientRect();
      isBeside = target === dialog && (x < box.left || x > box.right || y < box.top || y > box.bottom);
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog && isBeside) dialog.close();
    });
    dialog.showModal();
    const watch = new MutationObserver(() => {
      if (dialog.isConnected) return;
      watch.disconnect();
      if (document.activeElement !== document.body) return;
      const place = before?.isConnected && !before.disabled ? before : document.querySelector("main h1");
      place?.focus();
    });
    watch.observe(document.body, { subtree: true, childList: true });
  },
};

// The page may have remembered a newer address than the server rendered into the form.
document.addEventListener("submit", (event) => {
  const returnUrl = event.target.querySelector("input[name=returnUrl][data-current]");
  if (returnUrl) returnUrl.value = location.pathname + location.search;
});
