// Forced colours and paper: what is to be read is seen, what is for the screen alone is not.
import { each, job, open, run, say } from "./harness.mjs";

await run(async (browser, home) => {
  await each(job.pages, async (path) => {
    const { page, troubles, close } = await open(browser, home + encodeURI(path), { forced: "active", width: 1280 });
    // Shapes of pictures must stand out from their ground, and marks must be more than a colour.
    const flat = await page.evaluate(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll(".pic-fluid text, .pic[role=img] text")].filter((node) => getComputedStyle(node).fill === ground && !node.classList.contains("on-dark")).length;
    });
    const marked = await page.evaluate(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      return [...document.querySelectorAll(".sitenav a")].filter((link) => getComputedStyle(link).borderLeftColor !== ground && !link.hasAttribute("aria-current")).map((link) => link.textContent);
    });
    if (marked.length) troubles.push(`beside the current page ${marked.length} others are marked in the navigation`);
    if (flat) troubles.push(`${flat} words of pictures are of the colour of the ground`);
    await page.emulateMedia({ media: "print", forcedColors: "none", colorScheme: "dark" });
    const paper = await page.evaluate(() => {
      const seen = (selector) => [...document.querySelectorAll(selector)].some((node) => node.getClientRects().length > 0);
      const light = (color) => { const [r, g, b] = color.match(/[\d.]+/g).map(Number); return r + g + b > 690; };
      return {
        tools: [".masthead", ".sitenav", ".skip", ".crumbs", ".pager", ".register-tools", ".copy", ".print-part"].filter(seen),
        title: seen("h1"),
        folded: [...document.querySelectorAll("td details a")].filter((link) => !link.checkVisibility()).length,
        white: light(getComputedStyle(document.documentElement).getPropertyValue("--paper") === "#fff" ? "rgb(255,255,255)" : getComputedStyle(document.body).backgroundColor),
      };
    });
    if (paper.tools.length) troubles.push(`prints ${paper.tools.join(", ")}`);
    if (paper.folded) troubles.push(`keeps ${paper.folded} folded names from the paper`);
    if (!paper.title) troubles.push("prints no title");
    if (!paper.white) troubles.push("prints on dark ground");
    const pdf = await page.pdf({ printBackground: true });
    if (pdf.length < 5000) troubles.push("prints next to nothing");
    troubles.forEach((trouble) => say({ trouble: `${path}: ${trouble}` }));
    say({ seen: path });
    await close();
  });
});
