// What a reader chose, kept in this browser alone.

/** Remembers a choice; without storage it lasts as long as the page. */
export function remember(name, value, storage = () => localStorage) {
  try {
    storage().setItem(name, value);
  } catch {
    // Storage may be switched off or full.
  }
}
