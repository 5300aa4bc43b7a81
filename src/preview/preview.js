// Keeps a previewed page up to date. Served by the preview alone; no built page has it.
(() => {
  "use strict";
  const shown = document.currentScript.dataset.version;
  const place = "leavebehind-scroll";

  const remembered = sessionStorage.getItem(place);
  if (remembered) {
    sessionStorage.removeItem(place);
    const { path, top } = JSON.parse(remembered);
    if (path === location.pathname) scrollTo(0, top);
  }

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  let drawer;
  const list = (problems) => {
    drawer?.remove();
    drawer = undefined;
    if (problems.length === 0) return;
    if (!document.querySelector("link[href='/-leavebehind/preview.css']")) {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = "/-leavebehind/preview.css";
      document.head.append(style);
    }
    drawer = element("details", "leavebehind-drawer");
    drawer.open = true;
    const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
    const meaning = shown === "0" ? "nothing can be shown before they are mended" : "this is the last good page";
    drawer.append(element("summary", "", `${count}: ${meaning}`));
    const items = element("ol", "");
    // A few hundred are more than anybody reads at once, and thousands would stop the browser.
    for (const problem of problems.slice(0, 300)) {
      const item = element("li", "");
      item.append(element("strong", "", problem.message));
      if (problem.file) item.append(element("code", "", `${problem.file}:${problem.line}:${problem.column}`));
      for (const other of problem.related) {
        item.append(element("span", "", `${other.message} `), element("code", "", `${other.file}:${other.line}:${other.column}`));
      }
      for (const hint of problem.hints) item.append(element("em", "", hint));
      items.append(item);
    }
    drawer.append(items);
    document.body.append(drawer);
  };

  const news = new EventSource("/-leavebehind/news");
  news.onmessage = (event) => {
    const { version, problems } = JSON.parse(event.data);
    if (String(version) !== shown) {
      sessionStorage.setItem(place, JSON.stringify({ path: location.pathname, top: scrollY }));
      location.reload();
      return;
    }
    list(problems);
  };
})();
