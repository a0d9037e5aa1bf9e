// The old way works without HTTPS and without a permission; the new one is for browsers that have dropped it.
export async function copy(input) {
  input.select();
  if (document.execCommand("copy")) return true;
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false;
  }
}
