// What every question to the browser is asked with: the job on standard input, the browser, a server on loopback,
// and answers as lines of JSON on standard output.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

export const job = JSON.parse(readFileSync(0, "utf8"));
const require = createRequire(join(job.tools, "package.json"));

export function say(answer) {
  process.stdout.write(JSON.stringify(answer) + "\n");
}

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
  ".webp": "image/webp", ".woff2": "font/woff2", ".json": "application/json", ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml", ".txt": "text/plain; charset=utf-8",
};

// The site stands below a sub-path, as on most hosts: a link that only works at a root is dead here.
const PREFIX = "/handed/over/";

// Serves the folder of the job. Fonts come late where the job says so, so that their arrival is seen.
export async function serve() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inner = normalize(path.slice(PREFIX.length)).replace(/^(\.\.[/\\])+/, "");
    let file = path.startsWith(PREFIX) ? join(job.site, inner) : "";
    let status = 200;
    try {
      if (statSync(file).isDirectory()) file = join(file, "index.html");
      statSync(file);
    } catch {
      status = 404;
      file = join(job.site, "404.html");
    }
    const send = () => {
      // Every page loads everything, as the first one of a reader does.
      const type = TYPES[extname(file)] || "application/octet-stream";
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
      createReadStream(file).pipe(response);
    };
    if (job.late_fonts && file.endsWith(".woff2")) setTimeout(send, 250);
    else send();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const home = `http://127.0.0.1:${server.address().port}${PREFIX}`;
  return { home, close: () => { server.closeAllConnections(); server.close(); } };
}

// The same folder by double-click.
export const folder = pathToFileURL(job.site).href + "/";

export async function launch() {
  const { chromium } = require("playwright-core");
  return chromium.launch({
    executablePath: job.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

export const axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const module_path = (name) => require.resolve(name);

// Does the tasks, two at a time; says which of the two does each.
export async function each(tasks, act) {
  const queue = tasks.map((task, place) => [task, place]);
  await Promise.all([0, 1].map(async (worker) => {
    for (let next = queue.shift(); next; next = queue.shift()) await act(next[0], next[1], worker);
  }));
}

// A page of its own, with ears for all that a page must not do. `troubles` fills as it happens.
export async function open(browser, address, options = {}) {
  const window = await openWindow(browser, { own: new URL(address).origin, ...options });
  await window.visit(address);
  return window;
}

// A window in which pages are visited one after the other. `troubles` fills as it happens.
export async function openWindow(browser, options) {
  const context = await browser.newContext({
    viewport: { width: options.width || 1280, height: options.height || 900 },
    colorScheme: options.scheme || "light",
    reducedMotion: options.motion || null,
    forcedColors: options.forced || null,
    javaScriptEnabled: options.script !== false,
    hasTouch: Boolean(options.touch),
    isMobile: Boolean(options.touch),
  });
  const page = await context.newPage();
  const troubles = [];
  const { own } = options;
  let address = "";
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    const mine = url.startsWith("data:") || (own === "null" ? url.startsWith("file://") : url.startsWith(own));
    if (!mine) troubles.push(`request to another host: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // What a page that is being left asked for last is given up by the browser.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") troubles.push(`request failed: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.url() !== address) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on("dialog", (dialog) => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.addInitScript(() => {
    window.__policy = [];
    window.__shift = 0;
    document.addEventListener("securitypolicyviolation", (event) => {
      window.__policy.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
        window.__shift += entry.value;
        for (const source of entry.sources) {
          const node = source.node && (source.node.nodeType === 1 ? source.node : source.node.parentElement);
          if (node) window.__moved = `${node.tagName.toLowerCase()}.${node.className}`;
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const visit = (to) => page.goto(address = to, { waitUntil: "load" });
  return { page, troubles, visit, close: () => context.close() };
}

// Ends the process whatever happens, with what went wrong as an answer.
export async function run(ask) {
  try {
    const browser = await launch();
    const server = await serve();
    await ask(browser, server.home);
    await browser.close();
    server.close();
    say({ done: true });
  } catch (error) {
    say({ trouble: `the harness: ${error.stack}` });
    process.exitCode = 1;
  }
  process.exit();
}
