// axe-core, the policy, and what moves or overflows, on pages in widths and schemes.
import { axe, each, folder, job, open, run, say } from "./harness.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

await run(async (browser, home) => {
  const engine = axe();
  const views = [];
  for (const page of job.pages) for (const view of job.views) views.push({ page, ...view });
  await each(views, async (view) => {
    const place = `${view.page} at ${view.width} in ${view.scheme}${view.file ? " by double-click" : ""}`;
    const address = (view.file ? folder : home) + encodeURI(view.page);
    const { page, troubles, close } = await open(browser, address, view);
    // Fonts have come, and what the theme's script makes has been laid out.
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    const seen = await page.evaluate(() => ({
      policy: window.__policy,
      shift: window.__shift,
      moved: window.__moved || "",
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      unsized: [...document.images].filter((image) => !(image.hasAttribute("width") && image.hasAttribute("height")))
        .map((image) => image.getAttribute("src")),
    }));
    seen.policy.forEach((text) => troubles.push(`policy: ${text}`));
    if (seen.shift > job.most_shift) troubles.push(`moves while it loads by ${seen.shift.toFixed(4)}: ${seen.moved}`);
    if (seen.wide > 0) troubles.push(`scrolls sideways by ${seen.wide} px`);
    seen.unsized.forEach((src) => troubles.push(`an image without dimensions: ${src}`));
    if (view.axe) {
      await page.evaluate(engine);
      // By double-click axe cannot fetch the style sheets a second time, and its trying would be complained of.
      const found = await page.evaluate(async ({ tags, rules, preload }) => {
        const only = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
        const options = { runOnly: only, preload, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
        if (rules) delete options.rules;
        const all = [];
        const result = await window.axe.run(document, options);
        for (const violation of result.violations) {
          for (const node of violation.nodes.slice(0, 3)) {
            all.push(`axe ${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`
              .slice(0, 600));
          }
        }
        return all;
      }, { tags: TAGS, rules: view.rules, preload: !view.file });
      troubles.push(...found);
    }
    troubles.forEach((trouble) => say({ trouble: `${place}: ${trouble}` }));
    say({ seen: place });
    await close();
  });
});
