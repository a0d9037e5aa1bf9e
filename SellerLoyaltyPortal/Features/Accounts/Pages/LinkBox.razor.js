// The clipboard is open to pages over HTTPS and with permission only; the old way needs neither.
export async function copy(input) {
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
