// Runs before the first paint, so that a reader who chose a scheme never sees the other one flash.
(function () {
  try {
    var chosen = localStorage.getItem("leavebehind-scheme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  } catch (refused) { /* storage is switched off: the system's scheme stays */ }
})();
