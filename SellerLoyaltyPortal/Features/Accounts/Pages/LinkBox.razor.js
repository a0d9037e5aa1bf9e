// The clipboard is open to pages over HTTPS only; elsewhere the selected text can be copied by hand.
export async function copy(input) {
  input.select();
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(input.value);
    return true;
  }
  return document.execCommand("copy");
}
