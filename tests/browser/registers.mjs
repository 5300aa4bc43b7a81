// Registers sort by a column, filter by words and by choices, and count what is left.
import { each, folder, job, open, run, say } from "./harness.mjs";

await run(async (browser, home) => {
  const views = [];
  for (const path of job.pages) for (const file of [false, true]) views.push({ path, file });
  await each(views, async ({ path, file }) => {
    const { page, troubles, close } = await open(browser, (file ? folder : home) + path);
    page.setDefaultTimeout(10000);
    try {
      const firsts = () => page.$$eval("table.sortable", (tables) => [...tables[0].tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[0].textContent.trim()));
      const before = await firsts();
      const head = page.locator("table.sortable").first().locator("thead th").first();
      await head.locator("button").focus();
      await page.keyboard.press("Enter");
      const up = await firsts();
      await page.keyboard.press("Enter");
      const down = await firsts();
      if ((await head.getAttribute("aria-sort")) !== "descending") troubles.push("the order is not said");
      if (up.length !== before.length || up.join("|") !== [...down].reverse().join("|")) troubles.push("up and down are not each other's reverse");
      // Numbers behind words count as numbers: minus twelve before minus five, and 1.5 after 1.25.
      const numbers = await page.$$eval("table.sortable", (tables) => [...tables[0].tHead.rows[0].cells].map((cell, column) => {
        cell.querySelector("button").click();
        const keys = [...tables[0].tBodies[0].rows].map((row) => row.cells[column].dataset.value).filter(Boolean).map(Number);
        return keys.every((key, place) => isNaN(key) || !place || keys[place - 1] <= key);
      }));
      if (numbers.includes(false)) troubles.push(`column ${numbers.indexOf(false) + 1} is not sorted by its numbers`);
      const tools = page.locator(".register-tools").first();
      if (await tools.count()) {
        const word = before[before.length - 1].split(/\s+/).sort((a, b) => b.length - a.length)[0];
        await tools.locator("input").fill(word.toUpperCase());
        const left = await firsts();
        if (!left.length || left.length > before.length) troubles.push(`${left.length} rows hold "${word}"`);
        if (!(await tools.locator("output").innerText()).startsWith(String(left.length))) troubles.push("the count is wrong");
        await tools.locator("button").click();
        if ((await firsts()).length !== before.length) troubles.push("clearing does not bring all rows back");
        for (const select of await tools.locator("select").all()) {
          const options = await select.locator("option").count();
          if (options < 3) { troubles.push(`a choice of ${options - 1}`); continue; }
          const label = await select.locator("option").nth(1).innerText();
          await select.selectOption({ index: 1 });
          const rows = (await firsts()).length;
          if (!label.endsWith(`(${rows})`)) troubles.push(`"${label}" leaves ${rows} rows`);
          await select.selectOption({ index: 0 });
        }
        // Who follows a link and comes back finds what was chosen.
        const choice = tools.locator("select").first();
        if (await choice.count()) {
          await choice.selectOption({ index: 1 });
          const chosen = (await firsts()).length;
          await page.goto((file ? folder : home) + "index.html");
          await page.goBack();
          const found = (await firsts()).length;
          if (found !== chosen) troubles.push(`going back shows ${found} rows where ${chosen} were chosen`);
          if (await tools.locator("button").isDisabled()) troubles.push("what was chosen cannot be cleared after going back");
        }
      }
    } catch (error) {
      troubles.push(error.message.split("\n")[0]);
    }
    troubles.forEach((trouble) => say({ trouble: `${path}${file ? " by double-click" : ""}: ${trouble}` }));
    say({ seen: path });
    await close();
  });
});
