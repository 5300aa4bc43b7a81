// Search by double-click: engine and index are classic scripts, fetched by a script element on first use.
// The form of the index and the rules of tokens are those of the program (src/render/search).
(function () {
  "use strict";
  var FIELDS = ["title", "tags", "text"];
  var BOOST = { title: 6, tags: 3, text: 1 };
  var SHOWN = 40;
  var script = document.currentScript;
  var base = script ? script.src.replace(/[^/]*$/, "") : "";
  var words = window.leavebehindWords || {};

  // ---- tokens
  var CJK = "\u3005-\u3007\u3041-\u309f\u30a0-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}";
  var RUN = new RegExp("[" + CJK + "]+|(?:(?![" + CJK + "])[\\p{Alphabetic}\\p{N}])+", "gu");
  var IS_CJK = new RegExp("^[" + CJK + "]", "u");
  var LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i" };

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
      .replace(/[ßæœøđðþłı]/g, function (letter) { return LETTERS[letter]; });
  }
  function tokens(text) {
    var found = [];
    (fold(text).match(RUN) || []).forEach(function (run) {
      if (!IS_CJK.test(run)) { found.push(run); return; }
      var signs = Array.from(run);
      if (signs.length === 1) found.push(run);
      for (var i = 0; i + 1 < signs.length; i += 1) found.push(signs[i] + signs[i + 1]);
    });
    return found;
  }

  // ---- the packed index becomes the one MiniSearch knows
  function reader(packed) {
    var at = 0;
    function next() {
      var value = 0, shift = 0, digit;
      do {
        var code = packed.charCodeAt(at);
        at += 1;
        digit = code > 96 ? code - 71 : code > 64 ? code - 65 : code > 47 ? code + 4 : code === 43 ? 62 : 63;
        value += (digit & 31) * Math.pow(2, shift);
        shift += 5;
      } while (digit & 32);
      return value;
    }
    next.more = function () { return at < packed.length; };
    return next;
  }
  // What MiniSearch asks of a term: for a field, a map from document to frequency.
  function Postings(packed) { this.packed = packed; this.fields = null; }
  Postings.prototype.get = function (field) {
    if (!this.fields) this.fields = this.packed.split(",").map(function (list) {
      if (!list) return undefined;
      var next = reader(list), frequencies = new Map();
      for (var id = -1; next.more();) {
        var step = next();
        id += (step >> 1) + 1;
        frequencies.set(id, step & 1 ? next() : 1);
      }
      return frequencies;
    });
    return this.fields[field];
  };
  function unpack(MiniSearch, packed) {
    var documents = [], ids = {}, lengths = {};
    packed.pages.forEach(function (page) {
      documents.push({ page: page, anchor: "", heading: "" });
      for (var i = 0; i < page[3].length; i += 2) documents.push({ page: page, anchor: page[3][i], heading: page[3][i + 1] });
    });
    var next = reader(packed.lengths), sums = [0, 0, 0];
    documents.forEach(function (_, id) {
      ids[id] = id;
      lengths[id] = FIELDS.map(function (_, field) { var length = next(); sums[field] += length; return length; });
    });
    var engine = MiniSearch.loadJS({
      documentCount: documents.length, nextId: documents.length, documentIds: ids,
      fieldIds: { title: 0, tags: 1, text: 2 }, fieldLength: lengths,
      averageFieldLength: sums.map(function (sum) { return sum / documents.length; }),
      storedFields: {}, dirtCount: 0, index: [], serializationVersion: 2
    }, { fields: FIELDS, tokenize: tokens, processTerm: function (term) { return term; } });
    // Terms go straight into the engine's own map, and their postings are decoded when they are asked for: through
    // loadJS the same takes five to ten times as long. The map is no public part of MiniSearch, and so the vendored
    // copy is of one exact version.
    var lists = packed.postings.split(" "), term = "";
    packed.terms.split(" ").forEach(function (coded, place) {
      term = term.slice(0, parseInt(coded[0], 36)) + coded.slice(1);
      engine._index.set(term, new Postings(lists[place]));
    });
    return { engine: engine, documents: documents, kinds: packed.kinds, common: new Set(packed.common), excerpts: packed.excerpts || [] };
  }

  function find(index, query, kind) {
    var all = tokens(query);
    var telling = all.filter(function (token) { return !index.common.has(token); });
    var asked = telling.length ? telling : all;
    if (!asked.length) return [];
    var options = {
      boost: BOOST,
      tokenize: function () { return asked; },
      prefix: function (token, place) { return place === asked.length - 1 || token.length > 3; },
      // Two letters in the wrong order are two changes, and one slip: in a long word both are forgiven.
      fuzzy: function (token) { return token.length < 5 || IS_CJK.test(token) ? false : token.length < 9 ? 1 : 2; },
      weights: { prefix: .5, fuzzy: .25 },
      filter: kind ? function (hit) { return index.documents[hit.id].page[2] === kind; } : undefined
    };
    options.combineWith = "AND";
    var hits = index.engine.search(query, options);
    // "Uebergabe" is what a German writes who has no key for "Übergabe".
    var typed = asked, bare = asked.map(function (token) { return token.replace(/([aou])e/g, "$1"); });
    if (/^de/.test(document.documentElement.lang) && bare.join() !== typed.join()) {
      asked = bare;
      var known = new Set(hits.map(function (hit) { return hit.id; }));
      hits = hits.concat(index.engine.search(query, options).filter(function (hit) { return !known.has(hit.id); }));
      asked = typed;
    }
    // Words of one question often stand in different sections: then any of them will do.
    if (!hits.length && asked.length > 1) { options.combineWith = "OR"; hits = index.engine.search(query, options); }
    // One page does not fill the list: its best section stands for it, with at most two more.
    var seen = new Map();
    return hits.filter(function (hit) {
      var page = index.documents[hit.id].page, times = seen.get(page) || 0;
      seen.set(page, times + 1);
      return times < 3;
    });
  }

  window.leavebehindSearch = { tokens: tokens, unpack: unpack, find: find };
  if (typeof document === "undefined" || !document.body) return;
  if (!document.querySelector("link[href$='static/search.css']")) {
    var sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = base + "search.css";
    document.head.append(sheet);
  }

  // ---- loading
  var loading = null;
  function load() {
    if (loading) return loading;
    loading = new Promise(function (resolve, reject) {
      var packed = null, waiting = 2;
      function arrived() {
        waiting -= 1;
        if (!waiting) resolve(unpack(window.MiniSearch, packed));
      }
      window.leavebehindIndex = function (value) { packed = value; };
      ["minisearch.js", "search-index.js"].forEach(function (name) {
        var element = document.createElement("script");
        element.src = base + name;
        element.onload = arrived;
        element.onerror = function () { loading = null; reject(new Error(name)); };
        document.head.append(element);
      });
    });
    return loading;
  }

  function word(key, values) {
    var text = words[key] || key;
    if (typeof text === "object") text = text[new Intl.PluralRules(document.documentElement.lang || "en").select(values.count)] || text.other;
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }
  function make(tag, attributes, text) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    if (text !== undefined) element.textContent = text;
    return element;
  }

  // ---- the panel: an input, kinds to choose from, a list of links; used by the dialog and the search page
  function panel(host, root, input) {
    var kinds = make("div", { class: "kinds", role: "group", "aria-label": word("kinds") });
    var note = make("p", { class: "hits-note", role: "status" });
    var list = make("ul", { class: "hits" });
    var kind = "", index = null;
    // The note comes first: the kinds are known only with the index, and nothing above them moves.
    host.append(note, kinds, list);
    kinds.hidden = true;

    function prepare() {
      note.textContent = word("search-loading");
      load().then(function (ready) {
        index = ready;
        if (!kinds.childNodes.length) [["", word("all")]].concat(index.kinds).forEach(function (pair) {
          var button = make("button", { type: "button", class: "chip", value: pair[0], "aria-pressed": String(pair[0] === kind) }, pair[1]);
          button.addEventListener("click", function () {
            kind = pair[0];
            Array.prototype.forEach.call(kinds.children, function (other) { other.setAttribute("aria-pressed", String(other === button)); });
            run();
          });
          kinds.append(button);
        });
        kinds.hidden = false;
        run();
      }, function () { note.textContent = word("search-failed"); });
    }
    function run() {
      if (!index) return;
      var query = input.value.trim();
      var all = find(index, query, ""), found = new Set(all.map(function (hit) { return index.documents[hit.id].page[2]; }));
      // A kind of which there is nothing is no choice, unless it is the one that was chosen.
      Array.prototype.forEach.call(kinds.children, function (button) {
        button.hidden = Boolean(query && button.value && button.value !== kind && !found.has(button.value));
      });
      if (!query) { list.replaceChildren(); note.textContent = word("search-empty"); return; }
      var hits = kind ? find(index, query, kind) : all;
      note.textContent = word("hits", { count: hits.length });
      list.replaceChildren.apply(list, hits.slice(0, SHOWN).map(function (hit) {
        var found = index.documents[hit.id], page = found.page;
        var item = make("li"), link = make("a", { href: root + page[0] + (found.anchor ? "#" + found.anchor : "") });
        var where = make("span", { class: "where" });
        where.append(make("span", {}, found.heading ? page[1] : ""), make("span", {}, (index.kinds.find(function (k) { return k[0] === page[2]; }) || ["", ""])[1]));
        link.append(where, make("b", {}, found.heading || page[1]));
        var excerpt = index.excerpts[hit.id];
        if (excerpt) link.append(make("p", {}, excerpt));
        item.append(link);
        return item;
      }));
    }
    input.addEventListener("input", run);
    host.addEventListener("keydown", function (event) {
      var links = Array.prototype.slice.call(list.querySelectorAll("a"));
      var place = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" && links.length && (place >= 0 || event.target === input)) {
        event.preventDefault();
        links[Math.min(place + 1, links.length - 1)].focus();
      } else if (event.key === "ArrowUp" && place >= 0) {
        event.preventDefault();
        (place ? links[place - 1] : input).focus();
      } else if (event.key === "Enter" && event.target === input && !event.isComposing && links.length) {
        event.preventDefault();
        links[0].click();
      }
    });
    return { prepare: prepare };
  }

  var root = document.documentElement.dataset.root || "";
  var filled = null;
  // The dialog is made by ledger.js, so that it opens before this script has come.
  window.leavebehindSearch.fill = function (dialog, input) {
    filled = filled || panel(dialog, root, input);
    filled.prepare();
  };
  var page = document.getElementById("lb-search-page");
  if (page) {
    var bar = make("div", { class: "search-bar" });
    var field = make("input", { type: "search", class: "field", id: "lb-q", autocomplete: "off", spellcheck: "false", "aria-label": word("search"), placeholder: word("search-hint"), enterkeyhint: "search" });
    bar.append(field);
    page.append(bar);
    field.value = new URLSearchParams(location.search).get("q") || "";
    panel(page, root, field).prepare();
  }
})();
