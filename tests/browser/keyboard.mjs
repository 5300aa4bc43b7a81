// With the keyboard alone: the skip link comes first and works, every stop is seen and outlined, none holds the reader.
import { each, job, open, run, say } from "./harness.mjs";

await run(async (browser, home) => {
  await each(job.pages, async (path) => {
    const { page, troubles, close } = await open(browser, home + encodeURI(path), { motion: "reduce" });
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => document.activeElement.className);
    if (first !== "skip") troubles.push(`the first stop is .${first}`);
    await page.keyboard.press("Enter");
    if ((await page.evaluate(() => document.activeElement.id)) !== "lb-main") troubles.push("the skip link does not lead to the text");
    await page.reload();
    // All that can be reached is, once, until the page is left: a trap would give the same stop twice.
    const wanted = await page.evaluate(() => {
      const focusable = "a[href], button, input, select, summary, [tabindex='0']";
      return [...document.querySelectorAll(focusable)].filter((node) => {
        if (node.disabled || node.closest("[hidden], dialog:not([open])")) return false;
        if (!node.matches("summary") && node.closest("details:not([open])")) return false;
        return node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
      }).length;
    });
    const seen = new Set();
    for (let step = 0; step < wanted + 5; step += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const node = document.activeElement;
        if (!node || node === document.body) return null;
        window.__stops = window.__stops || new Map();
        const again = window.__stops.has(node);
        if (!again) window.__stops.set(node, window.__stops.size);
        const style = getComputedStyle(node);
        const box = node.getBoundingClientRect();
        return {
          number: window.__stops.get(node), again,
          name: `${node.tagName.toLowerCase()}.${node.className} "${(node.textContent || "").trim().slice(0, 30)}"`,
          outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
          inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && style.opacity !== "0",
        };
      });
      if (!stop) break;
      if (stop.again) { if (seen.size < wanted) troubles.push(`comes back to ${stop.name} after ${seen.size} of ${wanted}`); break; }
      seen.add(stop.number);
      if (!stop.outlined) troubles.push(`no outline: ${stop.name}`);
      if (!stop.inSight) troubles.push(`not in sight: ${stop.name}`);
    }
    if (seen.size < wanted) troubles.push(`${seen.size} of ${wanted} stops are reached`);
    const motion = await page.evaluate(() => ({
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
      moving: [...document.querySelectorAll("*")].filter((node) => parseFloat(getComputedStyle(node).transitionDuration) > 0).length,
    }));
    if (motion.scroll !== "auto" || motion.moving) troubles.push(`moves although less motion was asked for: ${JSON.stringify(motion)}`);
    // On a phone the menu covers the page: whoever opens it is in it, and comes back by Escape.
    await page.setViewportSize({ width: 360, height: 640 });
    await page.focus("[data-menu]");
    await page.keyboard.press("Enter");
    const where = () => page.evaluate(() => document.activeElement.closest("#lb-sitenav") ? "menu"
      : document.activeElement.matches("[data-menu]") ? "button" : "page");
    const opened = [await where()];
    await page.keyboard.press("Tab");
    opened.push(await where());
    await page.keyboard.press("Escape");
    opened.push(await where());
    if (opened.join() !== "menu,menu,button") troubles.push(`the menu on a phone: the focus goes to ${opened}`);
    troubles.forEach((trouble) => say({ trouble: `${path}: ${trouble}` }));
    say({ seen: path });
    await close();
  });
});
