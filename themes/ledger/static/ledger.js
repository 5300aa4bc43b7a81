// The theme's own behaviour on every page: scheme, menu, copying, and the way into the search.
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
    return text.replace(/\{(\w+)\}/g, function (_, name) {
      return typeof values[name] === "number" ? values[name].toLocaleString(root.lang || "en", { useGrouping: "always" }) : values[name];
    });
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
    function set(open) {
      nav.classList.toggle("is-open", open);
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", function () {
      set(!nav.classList.contains("is-open"));
      // What stands between button and menu is covered by it now.
      var first = nav.classList.contains("is-open") && nav.querySelector(".nav-list a");
      if (first) first.focus({ preventScroll: true });
    });
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
    // The list stays where the reader knows it, unless the current page is out of sight in it.
    if (current && current.offsetTop + current.offsetHeight > nav.clientHeight) nav.scrollTop = current.offsetTop - nav.clientHeight / 2;
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

  // ---- search: the dialog is there at once, and what fills it is fetched when it is first opened
  var openers = document.querySelectorAll("[data-search]");
  if (openers.length && window.HTMLDialogElement) {
    var dialog = make("dialog", { class: "search", id: "lb-search-dialog", "aria-label": word("search") });
    var bar = make("div", { class: "search-bar" });
    var close = make("button", { type: "button", class: "button" }, word("close"));
    var input = make("input", { type: "search", class: "field", autocomplete: "off", spellcheck: "false", "aria-label": word("search"), placeholder: word("search-hint"), enterkeyhint: "search" });
    bar.append(input, close);
    dialog.append(bar);
    document.body.append(dialog);
    close.addEventListener("click", function () { dialog.close(); });
    // A search field takes the first Escape to itself, to be emptied.
    dialog.addEventListener("keydown", function (event) { if (event.key === "Escape" && !event.isComposing) { event.preventDefault(); dialog.close(); } });
    dialog.addEventListener("click", function (event) { if (event.target === dialog || event.target.closest(".hits a")) dialog.close(); });
    var open = function () {
      if (dialog.open) return;
      // The page of the search has a field of its own.
      var own = document.querySelector("#lb-search-page input");
      if (own) { own.focus(); own.select(); return; }
      dialog.showModal();
      input.focus();
      input.select();
      if (window.leavebehindSearch) window.leavebehindSearch.fill(dialog, input);
      else if (!dialog.dataset.asked) {
        dialog.dataset.asked = "yes";
        var script = make("script", { src: (root.dataset.root || "") + "static/search.js" });
        script.onload = function () { window.leavebehindSearch.fill(dialog, input); };
        script.onerror = function () { delete dialog.dataset.asked; };
        document.head.append(script);
      }
    };
    Array.prototype.forEach.call(openers, function (opener) {
      opener.addEventListener("click", function (event) { event.preventDefault(); open(); });
    });
    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
      if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        open();
      }
    });
  }

  window.leavebehind = { word: word, make: make, each: each, icon: icon };
})();
