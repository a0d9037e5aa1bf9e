// Undo and redo by keyboard. By the key's place, so that a Russian layout has them too; a text field keeps
// its own.
export function attach(page) {
  function down(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.code !== "KeyZ" && event.code !== "KeyY") return;
    if (event.target.closest?.("input:not([type=range]), textarea, dialog")) return;
    event.preventDefault();
    const redo = event.code === "KeyY" || event.shiftKey;
    page.invokeMethodAsync(redo ? "RedoAsync" : "UndoAsync");
  }

  document.addEventListener("keydown", down);
  return {
    dispose() {
      document.removeEventListener("keydown", down);
    },
  };
}
