// Everything here adds to a page that works without it.
(function () {
  "use strict";
  var root = document.documentElement;

  // A permalink opens the folds around its item, and the item's own words.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
    if (target.classList.contains("bg-pos")) {
      var own = target.querySelector("details");
      if (own) own.open = true;
    }
    target.scrollIntoView({ block: "start" });
  }
  addEventListener("hashchange", reveal);
  reveal();

  // Light or dark, kept for the next page.
  function dark() {
    var chosen = root.dataset.scheme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  document.querySelectorAll("[data-scheme-toggle]").forEach(function (button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", function () {
      root.dataset.scheme = dark() ? "light" : "dark";
      button.setAttribute("aria-pressed", String(dark()));
      try {
        localStorage.setItem("briefgen.scheme", root.dataset.scheme);
      } catch (error) {
        return; // storage is forbidden: the choice lasts for this page
      }
    });
  });

  // Copy the text of another element.
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var source = document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source.textContent.trim()).then(function () {
        var before = button.textContent;
        button.textContent = "Copied";
        setTimeout(function () {
          button.textContent = before;
        }, 2000);
      });
    });
  });

  // Narrow the matrix to some actors, one stance, one kind of word.
  document.querySelectorAll("[data-matrix-filter]").forEach(function (form) {
    var table = form.parentElement.querySelector(".bg-matrix");
    var said = form.querySelector("output");
    form.hidden = false;
    function narrow() {
      var name = form.elements.name.value.trim().toLowerCase();
      var shape = form.elements.shape.value;
      var fill = form.elements.fill.value;
      var shown = 0;
      table.querySelectorAll("tr[data-name]").forEach(function (row) {
        var any = false;
        row.querySelectorAll(".bg-cell").forEach(function (cell) {
          var some = false;
          cell.querySelectorAll(".bg-n").forEach(function (mark) {
            var fits =
              (!shape || mark.dataset.shape === shape) && (!fill || mark.dataset.fill === fill);
            mark.hidden = !fits;
            some = some || fits;
          });
          cell.hidden = !some;
          any = any || some;
        });
        row.hidden = !any || (name !== "" && row.dataset.name.toLowerCase().indexOf(name) < 0);
        if (!row.hidden) shown += 1;
      });
      table.querySelectorAll("tbody").forEach(function (group) {
        var head = group.querySelector(".bg-group");
        if (head) head.hidden = !group.querySelector("tr[data-name]:not([hidden])");
      });
      said.textContent =
        name || shape || fill ? shown + (shown === 1 ? " actor" : " actors") + " left" : "";
    }
    form.addEventListener("input", narrow);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
  });
})();
