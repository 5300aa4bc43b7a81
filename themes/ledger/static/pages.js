// What pages other than the home page do: contents, printing a part, registers. It builds on ledger.js.
(function () {
  "use strict";
  var root = document.documentElement;
  var word = window.leavebehind.word, make = window.leavebehind.make, each = window.leavebehind.each, icon = window.leavebehind.icon;

  // ---- contents: the fold is open where there is room beside the text; the heading being read is marked
  each("[data-wide-open]", function (fold) { fold.open = window.matchMedia("(min-width: 78rem)").matches; });
  var entries = {};
  each(".toc a[href^='#']", function (link) { entries[decodeURIComponent(link.hash.slice(1))] = link; });
  if ("IntersectionObserver" in window && Object.keys(entries).length) {
    var marked = null;
    var observer = new IntersectionObserver(function (seen) {
      seen.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        if (marked) marked.removeAttribute("aria-current");
        marked = entries[entry.target.id];
        marked.setAttribute("aria-current", "location");
      });
    }, { rootMargin: "-10% 0px -75% 0px" });
    Object.keys(entries).forEach(function (id) {
      var heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    });
  }

  // ---- printing one part: the heading with what follows it, up to the next of its rank
  each("main h2 > .anchor", function (anchor) {
    var heading = anchor.parentNode;
    var button = make("button", { type: "button", class: "print-part", "aria-label": word("print-part") });
    button.append(icon("M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z"));
    heading.append(button);
    button.addEventListener("click", function () {
      var section = heading.parentNode.matches("section") ? heading.parentNode : null;
      var parts = [section || heading];
      if (!section) for (var next = heading.nextElementSibling; next && !next.matches("h1, h2"); next = next.nextElementSibling) parts.push(next);
      for (var above = parts[0].parentNode; above && above !== root; above = above.parentNode) above.classList.add("print-way");
      parts.forEach(function (part) { part.classList.add("print-this"); });
      root.classList.add("is-printing");
      window.addEventListener("afterprint", function () {
        each(".print-way, .print-this", function (element) { element.classList.remove("print-way", "print-this"); });
        root.classList.remove("is-printing");
      }, { once: true });
      window.print();
    });
  });

  // ---- registers: sorting by any column, choices from the columns marked data-filter, words from any
  each("table[data-register]", function (table) {
    var body = table.tBodies[0];
    if (!table.matches(".sortable")) return;
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var collator = new Intl.Collator(root.lang || "en", { numeric: true, sensitivity: "base" });
    var rows = Array.prototype.map.call(body.rows, function (row, place) {
      return {
        row: row, place: place,
        text: fold(row.textContent),
        keys: Array.prototype.map.call(row.cells, function (cell) {
          return cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent.trim();
        })
      };
    });
    var scroll = table.closest(".scroll") || table;
    // Few rows are seen at a glance: then there are no tools.
    var tools = scroll.previousElementSibling;
    if (tools && !tools.matches(".register-tools")) tools = null;
    var choices = [];

    heads.forEach(function (head, column) {
      if (head.hasAttribute("data-filter")) {
        var tally = new Map();
        rows.forEach(function (entry) { valuesOf(entry, column).forEach(function (value) { tally.set(value, (tally.get(value) || 0) + 1); }); });
        var select = tools && tools.querySelector("[data-choice='" + head.dataset.filter + "']");
        if (select) {
          Array.from(tally.keys()).sort(collator.compare).forEach(function (value) {
            select.append(make("option", { value: value }, value + " (" + tally.get(value) + ")"));
          });
          select.addEventListener("change", chosen);
          choices.push({ column: column, select: select });
        }
      }
      var button = make("button", { type: "button", class: "sort" });
      while (head.firstChild) button.append(head.firstChild);
      head.append(button);
      head.classList.add("has-sort");
      button.addEventListener("click", function () { sort(column, head); });
      // Heads that are repeated on paper show words, and no buttons.
      window.addEventListener("beforeprint", function () {
        while (button.firstChild) head.insertBefore(button.firstChild, button);
        button.hidden = true;
      });
      window.addEventListener("afterprint", function () {
        while (head.firstChild !== button) button.append(head.firstChild);
        button.hidden = false;
      });
    });
    if (!tools) return;
    var search = tools.querySelector("input"), reset = tools.querySelector("button"), count = tools.querySelector("output");
    reset.addEventListener("click", function () {
      search.value = "";
      choices.forEach(function (choice) { choice.select.value = ""; });
      chosen();
      search.focus();
    });
    search.addEventListener("input", chosen);
    fromAddress();
    filter();
    // Browsers put back what was chosen when a reader returns, later than scripts run.
    window.addEventListener("pageshow", filter);

    function valuesOf(entry, column) {
      var cell = entry.row.cells[column];
      var items = cell.querySelectorAll("[data-item]");
      var values = items.length ? Array.prototype.map.call(items, function (item) { return item.textContent.trim().replace(/[,\u3001]$/, ""); }) : [cell.textContent.trim()];
      return values.filter(Boolean);
    }
    function filter() {
      var wanted = fold(search.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (entry) {
        var fits = wanted.every(function (part) { return entry.text.indexOf(part) >= 0; })
          && choices.every(function (choice) { return !choice.select.value || valuesOf(entry, choice.column).indexOf(choice.select.value) >= 0; });
        entry.row.hidden = !fits;
        if (fits) shown += 1;
      });
      reset.disabled = !search.value && choices.every(function (choice) { return !choice.select.value; });
      count.textContent = word("rows", { count: shown, of: rows.length });
    }
    // What is chosen stands in the address: it can be sent to others, and is found again by going back.
    function chosen() {
      filter();
      var address = new URL(location.href);
      choices.forEach(function (choice) { put(heads[choice.column].dataset.filter, choice.select.value); });
      put("q", search.value);
      try { history.replaceState(history.state, "", address); } catch (refused) { /* some browsers keep a file's address */ }
      function put(name, value) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
    }
    function sort(column, head) {
      var down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort(function (one, two) {
        var a = one.keys[column], b = two.keys[column];
        // What is not recorded stands last in either direction.
        if (!a || !b) return a ? -1 : b ? 1 : one.place - two.place;
        var apart = Number(a) - Number(b);
        return (down ? -1 : 1) * (isNaN(apart) ? collator.compare(a, b) : apart) || one.place - two.place;
      });
      body.append.apply(body, rows.map(function (entry) { return entry.row; }));
    }
    // register.html?type=training: other pages can link to a filtered register, under file:// too.
    function fromAddress() {
      var asked = new URLSearchParams(location.search);
      choices.forEach(function (choice) {
        var value = asked.get(heads[choice.column].dataset.filter);
        if (value) {
          var option = Array.prototype.find.call(choice.select.options, function (o) { return fold(o.value) === fold(value); });
          if (option) choice.select.value = option.value;
        }
      });
      if (asked.get("q")) search.value = asked.get("q");
    }
  });

  // Letters as the search folds them.
  function fold(text) {
    var letters = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i" };
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
      .replace(/[ßæœøđðþłı]/g, function (letter) { return letters[letter]; });
  }
})();
