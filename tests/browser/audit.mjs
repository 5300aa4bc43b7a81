// axe-core, the policy, and what moves or overflows, on pages in widths and schemes.
import { axe, each, folder, job, openWindow, run, say } from "./harness.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

await run(async (browser, home) => {
  const engine = axe();
  const loads = [];
  for (const page of job.pages) for (const load of job.loads) loads.push({ page, ...load });
  // A window serves all pages that are loaded in its way: to make one takes as long as a page.
  const windows = new Map();
  await each(loads, async (load, _, worker) => {
    let { width, scheme } = load;
    const site = load.file ? folder : home;
    const way = JSON.stringify([worker, width, scheme, load.touch, load.file]);
    if (!windows.has(way)) windows.set(way, await openWindow(browser, { ...load, own: new URL(site).origin }));
    const { page, troubles, visit } = windows.get(way);
    const show = async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
    };
    await show();
    await visit(site + encodeURI(load.page));
    const settled = () => page.evaluate(async () => {
      // Fonts have come, and what the theme's script makes has been laid out.
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    await settled();
    const shift = await page.evaluate(() => ({ by: window.__shift, moved: window.__moved || "" }));
    if (shift.by > job.most_shift) troubles.push(`moves while it loads by ${shift.by.toFixed(4)}: ${shift.moved}`);
    if (load.axe) await page.evaluate(engine);
    // A reader who turns the phone or chooses the other scheme does not load the page again.
    for (const view of [load, ...(load.then || [])]) {
      if (view !== load) {
        width = view.width || width;
        scheme = view.scheme || scheme;
        await show();
        await settled();
      }
      const place = `${load.page} at ${width} in ${scheme}${load.file ? " by double-click" : ""}`;
      troubles.push(...await seen(page));
      // By double-click axe cannot fetch the style sheets a second time, and its trying would be complained of.
      if (view.axe) troubles.push(...await audited(page, { tags: TAGS, rules: view.rules, preload: !load.file }));
      troubles.splice(0).forEach((trouble) => say({ trouble: `${place}: ${trouble}` }));
      say({ seen: place });
    }
  });
});

// What is wrong with the page as it stands, to the eye.
async function seen(page) {
  const found = await page.evaluate(() => ({
    policy: window.__policy.splice(0),
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    unsized: [...document.images].filter((image) => !(image.hasAttribute("width") && image.hasAttribute("height")))
      .map((image) => image.getAttribute("src")),
  }));
  const troubles = found.policy.map((text) => `policy: ${text}`);
  if (found.wide > 0) troubles.push(`scrolls sideways by ${found.wide} px`);
  return troubles.concat(found.unsized.map((src) => `an image without dimensions: ${src}`));
}

// What axe finds: by all tags, or by some rules alone.
function audited(page, asked) {
  return page.evaluate(async ({ tags, rules, preload }) => {
    const only = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
    const options = { runOnly: only, preload, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    if (rules) delete options.rules;
    const all = [];
    // A colour that is on its way to another is none that anybody reads.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    const result = await window.axe.run(document, options);
    for (const violation of result.violations) {
      for (const node of violation.nodes.slice(0, 3)) {
        all.push(`axe ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`
          .slice(0, 600));
      }
    }
    return all;
  }, asked);
}
