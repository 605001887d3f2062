// Loaded before the page is drawn, so that a dark screen does not flash up light.
(function () {
  var root = document.documentElement;
  if (root.dataset.theme === "auto") {
    var dark = window.matchMedia("(prefers-color-scheme: dark)");
    var apply = function () {
      root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
    };
    apply();
    dark.addEventListener("change", apply);
  }
})();
