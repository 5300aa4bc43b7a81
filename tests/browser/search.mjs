// The search, with the keyboard alone: what is asked, and which results must be among the first five.
import { each, folder, job, open, run, say } from "./harness.mjs";

const places = [];
for (const file of [false, true]) for (const asked of job.asked) places.push({ ...asked, file });

await run(async (browser, home) => {
  await each(places, async ({ words, hit, file, text }) => {
    const { page, troubles, close } = await open(browser, `${file ? folder : home}index.html`);
    page.setDefaultTimeout(10000);
    try {
      await page.keyboard.press("/");
      const inField = await page.evaluate(() => document.activeElement.matches("dialog[open] input[type=search]"));
      if (!inField) troubles.push("`/` does not lead to the field");
      await page.keyboard.insertText(words);
      await page.waitForFunction(() => /\d/.test(document.querySelector(".hits-note")?.textContent || ""));
      const hits = page.locator(".hits a");
      const found = (await hits.allTextContents()).slice(0, 5);
      if (hit && !found.some((name) => name.includes(hit))) troubles.push(`no "${hit}" in ${found.join(" | ") || "nothing"}`);
      // Every kind that is offered has something to show, and all of it is under one of them.
      const kinds = page.locator(".kinds button:visible");
      const numbers = [];
      for (const kind of await kinds.all()) {
        await kind.click();
        numbers.push(parseInt((await page.locator(".hits-note").innerText()).match(/\d+/)[0], 10));
      }
      if (numbers.slice(1).includes(0)) troubles.push(`of the kinds some have nothing: ${numbers.join(" ")}`);
      await kinds.first().click();
      await page.locator("dialog[open] input").focus();
      if (hit) {
        await page.keyboard.press("ArrowDown");
        if (!(await page.evaluate(() => document.activeElement === document.querySelector(".hits a")))) troubles.push("the arrow does not lead to the results");
        await page.keyboard.press("ArrowUp");
        if (!(await page.evaluate(() => document.activeElement.matches("input")))) troubles.push("the arrow does not lead back");
      }
      // Text of notes is never read as mark-up.
      const shown = await page.locator(".hits").innerText();
      if (text && !shown.includes(text)) troubles.push(`"${text}" is not shown as text, but: ${shown}`);
      if (await page.locator(".hits :is(img, script, iframe, svg)").count()) troubles.push("results hold elements of a note");
      await page.keyboard.press("Escape");
      if (await page.locator("dialog[open]").count()) troubles.push("Escape does not close it");
      const policy = await page.evaluate(() => window.__policy);
      troubles.push(...policy.map((line) => `policy: ${line}`));
    } catch (error) {
      troubles.push(error.message.split("\n")[0]);
    }
    troubles.forEach((trouble) => say({ trouble: `${words}${file ? " by double-click" : ""}: ${trouble}` }));
    say({ seen: words });
    await close();
  });
});
