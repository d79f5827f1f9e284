// Before the first paint, so that no page flashes: what the reader chose last time, if anything.
try {
  const page = document.documentElement.dataset;
  if (location.hash) page.at = "";
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") page.theme = theme;
  if (localStorage.getItem("harm") === "folded") page.harm = "folded";
} catch {
  // Storage may be switched off: the page then follows the system.
}
