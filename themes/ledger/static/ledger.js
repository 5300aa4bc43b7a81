// The theme's own behaviour: scheme, menu, copying, registers, contents.
// Everything reads without it; every control it needs is made or shown here.
(function () {
  "use strict";
  var root = document.documentElement;
  var words = window.leavebehindWords || {};

  function word(key, values) {
    var text = words[key] || key;
    if (typeof text === "object") {
      var rule = new Intl.PluralRules(root.lang || "en").select(values.count);
      text = text[rule] || text.other;
    }
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }
  function make(tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }
  function icon(path) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }
  function each(selector, act, within) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
  }

  // ---- scheme: the system's until the reader says otherwise
  each("[data-scheme-toggle]", function (button) {
    var dark = window.matchMedia("(prefers-color-scheme: dark)");
    function isDark() { return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches; }
    function show() { button.setAttribute("aria-pressed", String(isDark())); }
    button.hidden = false;
    show();
    dark.addEventListener("change", show);
    button.addEventListener("click", function () {
      var next = isDark() ? "light" : "dark";
      root.dataset.scheme = next;
      try { localStorage.setItem("leavebehind-scheme", next); } catch (refused) { /* lasts for this page only */ }
      show();
    });
  });

  // ---- menu: without script it is a link to #lb-sitenav, which :target shows
  var nav = document.getElementById("lb-sitenav");
  each("[data-menu]", function (button) {
    if (!nav) return;
    each(".menu-link, .sitenav-close", function (link) { link.hidden = true; });
    button.hidden = false;
    function set(open) {
      nav.classList.toggle("is-open", open);
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", function () { set(!nav.classList.contains("is-open")); });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && nav.classList.contains("is-open")) { set(false); button.focus(); }
    });
    nav.addEventListener("click", function (event) { if (event.target.closest("a")) set(false); });
    // A reader who tabs out of the open menu must not land on content that it covers.
    nav.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !nav.contains(event.relatedTarget) && event.relatedTarget !== button) set(false);
    });
  });
  if (nav) {
    var current = nav.querySelector("[aria-current]");
    if (current && nav.scrollHeight > nav.clientHeight) nav.scrollTop = Math.max(0, current.offsetTop - nav.clientHeight / 2);
  }

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

  // ---- copying: clipboard API where it is allowed, the old command under file://
  each(".code", function (block) {
    var source = block.querySelector("pre");
    if (!source) return;
    var button = make("button", { type: "button", class: "copy" }, word("copy"));
    var said = make("span", { class: "sr", role: "status" });
    block.append(button, said);
    button.addEventListener("click", function () {
      function done() {
        button.textContent = word("copied");
        said.textContent = word("copied");
        setTimeout(function () { button.textContent = word("copy"); said.textContent = ""; }, 1800);
      }
      function byHand() {
        var range = document.createRange();
        range.selectNodeContents(source);
        var selection = window.getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        if (document.execCommand("copy")) { selection.removeAllRanges(); done(); }
      }
      if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(source.textContent).then(done, byHand);
      else byHand();
    });
  });

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
    if (!body || body.rows.length < 2) return;
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
    var tools = make("div", { class: "register-tools", role: "group", "aria-label": word("filter") });
    var count = make("output", { "aria-live": "polite" });
    var search = make("input", { type: "search", class: "field", autocomplete: "off" });
    var searchLabel = make("label", {}, word("filter-words"));
    searchLabel.append(search);
    tools.append(searchLabel);
    var choices = [];

    heads.forEach(function (head, column) {
      if (head.hasAttribute("data-filter")) {
        var tally = new Map();
        rows.forEach(function (entry) { valuesOf(entry, column).forEach(function (value) { tally.set(value, (tally.get(value) || 0) + 1); }); });
        if (tally.size > 1) {
          var label = make("label", {}, head.textContent.trim());
          var select = make("select", { class: "field" });
          select.append(make("option", { value: "" }, word("all")));
          Array.from(tally.keys()).sort(collator.compare).forEach(function (value) {
            select.append(make("option", { value: value }, value + " (" + tally.get(value) + ")"));
          });
          select.addEventListener("change", filter);
          label.append(select);
          tools.append(label);
          choices.push({ column: column, select: select });
        }
      }
      if (!head.hasAttribute("data-unsorted")) {
        var button = make("button", { type: "button", class: "sort" });
        while (head.firstChild) button.append(head.firstChild);
        head.append(button);
        button.addEventListener("click", function () { sort(column, head); });
      }
    });
    var reset = make("button", { type: "button", class: "button" }, word("clear"));
    reset.addEventListener("click", function () {
      search.value = "";
      choices.forEach(function (choice) { choice.select.value = ""; });
      filter();
      search.focus();
    });
    tools.append(reset, count);
    search.addEventListener("input", filter);
    // Few rows are seen at a glance.
    tools.hidden = rows.length < 6;
    scroll.parentNode.insertBefore(tools, scroll);
    fromAddress();
    filter();

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
      reset.disabled = shown === rows.length && !search.value;
      count.textContent = word("rows", { count: shown, of: rows.length });
    }
    function sort(column, head) {
      var down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.sort(function (one, two) {
        var a = one.keys[column], b = two.keys[column];
        // What is not recorded stands last in either direction.
        if (!a || !b) return a ? -1 : b ? 1 : one.place - two.place;
        return (down ? -1 : 1) * collator.compare(a, b) || one.place - two.place;
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

  function fold(text) { return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC"); }
})();
