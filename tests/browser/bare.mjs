// Without JavaScript everything reads, and nothing is offered that needs it.
import { each, job, open, run, say } from "./harness.mjs";

await run(async (browser, home) => {
  const views = [];
  for (const path of job.pages) for (const width of [1280, 320]) views.push({ path, width });
  await each(views, async ({ path, width }) => {
    const { page, troubles, close } = await open(browser, home + encodeURI(path), { width, script: false });
    const buttons = page.locator("button, input:not([type=checkbox]), select, dialog, output");
    for (const one of await buttons.all()) {
      if (await one.isVisible()) troubles.push(`offers ${(await one.evaluate((node) => node.outerHTML)).slice(0, 120)}`);
    }
    if (!(await page.locator("h1").first().isVisible())) troubles.push("its title is not seen");
    if ((await page.locator("main").innerText()).trim().length < 40) troubles.push("it says next to nothing");
    if (width === 320) {
      await page.locator(".menu-link").click();
      if (!(await page.locator("#lb-sitenav").isVisible())) troubles.push("the menu does not open");
      await page.locator(".sitenav-close").click();
      if (await page.locator("#lb-sitenav").isVisible()) troubles.push("the menu does not close");
    }
    troubles.forEach((trouble) => say({ trouble: `${path} at ${width}: ${trouble}` }));
    say({ seen: path });
    await close();
  });
});
