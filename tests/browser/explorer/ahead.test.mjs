// While the reader looks, the dots of the step that a control takes next are played: they are there as it moves, and are
// those that a page comes to which is opened where the control now stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explorerHtml, smallCity } from '../support/explorer.mjs';
import { startExplorer } from '../support/explorer_pages.mjs';

const { withHtml, withSmall } = startExplorer();
/** In which every play has a value. */
const larger = smallCity.replace('10000', '20000');
const patience = { timeout: 240_000 };

/** How many dots the first picture with any has, of what is asked by the next key. */
function firstDots(page) {
  return page.evaluate(() => {
    const card = document.querySelector('.answer-card');
    const { asked } = card.dataset;
    window.first = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (card.dataset.asked === asked || card.dataset.plays === '0') return;
        observer.disconnect();
        done(Number(card.dataset.plays));
      });
      observer.observe(card, { attributes: true });
    });
  });
}

async function step(page, control, key, pause) {
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
  await page.waitForTimeout(pause);
  await page.locator(control).focus();
  await firstDots(page);
  await page.keyboard.press(key);
  return page.evaluate(() => window.first);
}

test('the dots of the next step of what changes the city itself are there as it moves, and are those of the setting', () =>
  withSmall({}, async (page, seen) => {
    const found = [];
    // The machine may have had no time for it yet: the next step is looked for a little longer.
    for (const pause of [1000, 2000, 4000, 8000, 16_000]) {
      found.push(await step(page, '#control-homes', 'ArrowRight', pause));
      if (found.at(-1) >= 32) break;
    }
    assert.ok(found.at(-1) >= 32, `${found}`);
    await page.waitForSelector('.answer-card[data-state="done"]', patience);
    const picture = () => page.locator('.answer-card svg .dot, .answer-card svg circle').evaluateAll((all) => all.map((one) => one.outerHTML).join());
    const said = [await page.textContent('.answer-number'), await picture()];
    assert.ok(said[1].length > 100);
    await page.waitForFunction(() => location.hash.length > 1);
    await page.reload();
    await page.waitForSelector('.answer-card[data-state="done"]', patience);
    assert.deepEqual([await page.textContent('.answer-number'), await picture()], said);
    assert.deepEqual(seen.errors, []);
  }));

test('back where it was, the answer is there at once', () =>
  withHtml((html) => explorerHtml(html, { scenario: 'small', toml: larger }), {}, async (page) => {
    assert.ok((await step(page, '#control-last-day', 'ArrowLeft', 0)) < 32);
    await step(page, '#control-last-day', 'ArrowLeft', 0);
    assert.equal(await step(page, '#control-last-day', 'ArrowRight', 0), 256);
  }));

test('a page that is out of sight plays nothing ahead', () =>
  withSmall({}, async (page) => {
    await page.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
    await page.reload();
    const found = await step(page, '#control-homes', 'ArrowRight', 3000);
    assert.ok(found < 32, `${found}`);
  }));
