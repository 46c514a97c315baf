// Runs before the page is drawn: takes the reader's choice of light or dark, if there is one.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  var chosen = null;
  try {
    chosen = localStorage.getItem("briefgen.scheme");
  } catch (error) {
    chosen = null; // storage is forbidden: the system's choice stands
  }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
})();
