// How fast the explorer is, in Chromium, from disk: first paint, the first sign of a change, the first range, the
// whole answer, and frames a second while days play with all wards of a city. Every figure is checked before it is
// told: days must have gone by, and the answer must be another one.
//
//   node bench/page.mjs              prints the lines of a table; TUMEN_SLOWER=4 slows the processor down
//   TUMEN_ONLY=page                  paint and frames alone, without the answer's plays
//
// Times hang on what else the machine does. Beside them stands the processor's time of the page's main thread, which does
// not: what opening the page and drawing one frame cost.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { launch, open, pageFolder } from '../tests/browser/support/browser.mjs';
import { explorerHtml } from '../tests/browser/support/explorer.mjs';

const patience = { timeout: 600_000 };
const seconds = 5;
const slower = Number(process.env.TUMEN_SLOWER ?? '1');

/** Seconds of the processor that the main thread has used so far. */
async function worked(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

const row = (figure, value, limit) => console.log(`| page | ${figure}: ${value} | ${limit} |`);

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function firstPaint(page) {
  const [at] = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime));
  assert.ok(at > 0);
  row('first paint from disk', `${(at / 1000).toFixed(2)} s`, '0.5 s');
}

/** Milliseconds between frames while the days play. */
async function frames(page, client) {
  const scrub = page.locator('.scrub');
  await page.locator('.speed select').selectOption('fast');
  await page.waitForSelector('.play:not([disabled])', patience);
  await scrub.focus();
  await page.keyboard.press('Home');
  const from = Number(await scrub.getAttribute('aria-valuenow'));
  await page.locator('.play').click();
  const before = await worked(client);
  const gaps = await page.evaluate(
    (long) =>
      new Promise((done) => {
        const all = [];
        let before = performance.now();
        const end = before + long;
        const frame = (now) => {
          all.push(now - before);
          before = now;
          if (now < end) requestAnimationFrame(frame);
          else done(all.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    1000 * seconds,
  );
  const cost = (await worked(client)) - before;
  await page.locator('.play').click();
  const to = Number(await scrub.getAttribute('aria-valuenow'));
  assert.ok(to > from, 'no day went by');
  const wards = await page.evaluate(() => document.querySelector('.wards-picture').getBoundingClientRect().width);
  assert.ok(wards > 0);
  const rate = (1000 / (gaps.reduce((sum, one) => sum + one, 0) / gaps.length)).toFixed(0);
  row(
    `frames while ${to - from} days play, every ward drawn`,
    `${rate} a second, middle gap ${middle(gaps).toFixed(1)} ms, longest ${Math.max(...gaps).toFixed(0)} ms`,
    'at least 30 a second',
  );
  row("the main thread's processor time for a frame", `${((1000 * cost) / gaps.length).toFixed(1)} ms`, '33 ms');
}

/** From an arrow on a control to dots, a range and the whole answer. */
async function answer(page) {
  await page.waitForSelector('.answer-card[data-state="done"]', patience);
  const before = await page.textContent('.answer-card .answer-number');
  await page.locator('#control-homes').focus();
  const waited = page.evaluate(
    () =>
      new Promise((done) => {
        const card = document.querySelector('.answer-card');
        const from = performance.now();
        const at = {};
        const look = () => {
          const { state } = card.dataset;
          const plays = Number(card.dataset.plays);
          if (state === 'early' && plays > 0) at.dots ??= performance.now() - from;
          if (state === 'bar') at.bar ??= performance.now() - from;
          if (state === 'done' && at.dots !== undefined) {
            observer.disconnect();
            done({ ...at, done: performance.now() - from });
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(card, { attributes: true });
      }),
  );
  await page.keyboard.press('ArrowLeft');
  const at = await waited;
  assert.notEqual(await page.textContent('.answer-card .answer-number'), before, 'nothing changed');
  const show = (time) => (time === undefined ? 'at once with the next' : `${(time / 1000).toFixed(2)} s`);
  row('first dots after a change', show(at.dots), '0.1 s');
  row('first range after a change (64 plays)', show(at.bar), '1 s');
  const plays = await page.getAttribute('.answer-card', 'data-plays');
  row(`whole answer after a change (${plays} plays)`, show(at.done), '5 s');
}

const browser = await launch();
const folder = pageFolder();
try {
  const path = folder.raw('explorer.html', (html) => explorerHtml(html));
  row('the page without results', `${(statSync(path).size / 1e6).toFixed(2)} MB`, '2 MB');
  const { page, close } = await open(browser, path, { width: 1280, height: 800, reducedMotion: 'no-preference' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (slower > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.waitForSelector('.chapters li[aria-current="step"]', patience);
  await firstPaint(page);
  await frames(page, client);
  if (process.env.TUMEN_ONLY !== 'page') await answer(page);
  await close();
} finally {
  await browser.close();
  folder.remove();
}
