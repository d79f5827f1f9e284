// Copies the text of an element and says so.

/** @param {HTMLButtonElement} button with data-copy, the id of the element; data-done and data-failed, what to say */
export function startCopy(button) {
  const text = document.getElementById(button.dataset.copy);
  const state = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", async () => {
    state.textContent = (await copied(text.textContent)) ? button.dataset.done : button.dataset.failed;
  });
  button.hidden = false;
}

/** Whether the clipboard took the text; it may be refused, or not be there without HTTPS. */
export async function copied(text, clipboard = globalThis.navigator?.clipboard) {
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
