// Before the first paint, so that no page flashes in the other mode: what the reader chose last time, if anything.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be switched off: the page then follows the system.
}
