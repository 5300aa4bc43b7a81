// Runs before the first paint: what needs a script has its place from the start, so that nothing moves when the rest
// of the scripts comes; and a reader who chose a scheme never sees the other one flash.
(function () {
  document.documentElement.dataset.script = "";
  try {
    var chosen = localStorage.getItem("leavebehind-scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch (refused) { /* storage is switched off: the system's scheme stays */ }
})();
