// Questions of readers: each is answered on the page that at most two links of the home page lead to, or the first
// results of one search, which is asked with the keyboard alone.
import { each, folder, job, open, run, say } from "./harness.mjs";

// A reader sees a link of that name, in the page or in the menu, and follows it.
async function follow(page, name) {
  const links = page.getByRole("link", { name, exact: true });
  let link = null;
  for (const one of await links.all()) if (await one.isVisible()) { link = one; break; }
  if (!link) {
    const menu = page.locator(".menu-button");
    if (await menu.isVisible()) await menu.click();
    link = page.locator("#lb-sitenav a", { hasText: name }).first();
  }
  await link.click();
  await page.waitForLoadState("load");
}

// `/`, the words, and down to the result of that name, which Enter opens.
async function search(page, words, hit) {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.locator(".hits a").first().waitFor();
  const names = await page.locator(".hits a").allTextContents();
  const place = hit ? names.findIndex((name) => name.includes(hit)) : 0;
  if (place < 0 || place > 4) throw new Error(`"${words}" finds no "${hit}" among the first five: ${names.slice(0, 5).join(" | ")}`);
  for (let step = 0; step <= place; step += 1) await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState("load");
}

await run(async (browser, home) => {
  const ways = [];
  for (const journey of job.journeys) for (const width of [1280, 360]) for (const file of [false, true]) ways.push({ ...journey, width, file });
  await each(ways, async (way) => {
    const place = `${way.question} (${way.width}${way.file ? ", by double-click" : ""})`;
    const { page, troubles, close } = await open(browser, `${way.file ? folder : home}index.html`, { width: way.width });
    page.setDefaultTimeout(10000);
    try {
      for (const name of way.links || []) await follow(page, name);
      if (way.search) await search(page, way.search, way.hit);
      const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      for (const words of way.answers) {
        if (!text.includes(words)) troubles.push(`"${words}" is not on ${page.url().split("/").slice(-2).join("/")}: ${text.slice(0, 300)}`);
      }
      // Who is led to a heading sees it.
      const anchor = new URL(page.url()).hash.slice(1);
      if (anchor) {
        const seen = await page.evaluate(async (id) => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          const box = document.getElementById(id) && document.getElementById(id).getBoundingClientRect();
          return Boolean(box) && box.top >= 0 && box.top < innerHeight;
        }, decodeURIComponent(anchor));
        if (!seen) troubles.push(`#${anchor} is not in sight`);
      }
    } catch (error) {
      troubles.push(error.message.split("\n").slice(0, 3).join(" "));
    }
    troubles.forEach((trouble) => say({ trouble: `${place}: ${trouble}` }));
    say({ seen: place });
    await close();
  });
});
