// What first screens are made of, without a page: what is drawn of a campaign, and how two settings differ.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverOf, toCsv } from '../src/data/csv';
import { firstCurves } from '../src/explore/data/curves';
import { paired } from '../src/first/compare_screen';
import { secondText, sentenceOf, whereOf } from '../src/first/report_screen';
import { studyOf } from '../src/first/study_screen';
import type { JudgedDifference } from '../src/data/rows';
import type { Report } from '../src/data/types';
import { setLanguage } from '../src/text';
import { headlineName } from '../src/text/headline';
import { firstOf } from '../src/data/first';
// @ts-expect-error The made-up report is plain JavaScript, shared with the browser tests.
import { makeReport } from '../../tests/browser/support/fixture.mjs';

const kinds = (...names: string[]) => names.map((kind) => ({ kind }));

test('nothing is drawn of what a campaign cannot bring about', () => {
  assert.ok(firstCurves(kinds('hand_in_drive')).includes('handed_in'));
  assert.ok(firstCurves(kinds('oath_drive')).includes('signed'));
  for (const events of [kinds('oath_drive'), kinds('sweep'), kinds('schedule'), []]) {
    assert.ok(!firstCurves(events).includes('handed_in'), JSON.stringify(events));
  }
});

test('what one side lacks stands beside what the other has in its place', () => {
  const row = (name: string, a: string, b: string) => ({ name, label: '', a, b });
  const rows = [row('hand-in drive', 'forgiveness promised', ''), row('fee_base', '20 %', '30 %'), row('hand-in drive', '', 'nothing promised')];
  assert.deepEqual(paired(rows), [row('hand-in drive', 'forgiveness promised', 'nothing promised'), row('fee_base', '20 %', '30 %')]);
  assert.deepEqual(paired([row('sweep', '', 'from one day to another')]), [row('sweep', '', 'from one day to another')]);
});

test('a file has its cover before the columns, and a line break in a title opens no new line', () => {
  const text = toCsv(['a'], [[1]], coverOf('Calls\r\nabroad', 'Tumen 0.1, scenario x'));
  const lines = text.trimEnd().split('\r\n');
  assert.equal(lines[0], '# Calls abroad');
  assert.deepEqual(lines.slice(-2), ['a', '1']);
  assert.ok(lines.slice(0, -2).every((line) => line.startsWith('# ')));
});

test('a headline has the name of the language, one of the scenario\u2019s own the name that was given to it', () => {
  assert.equal(headlineName('arrested', 'People arrested'), 'People arrested');
  setLanguage('ko');
  assert.match(headlineName('arrested', 'People arrested'), /[\uac00-\ud7a3]/);
  assert.equal(headlineName('mine', 'Mean fee'), 'Mean fee');
  setLanguage('en');
});

test('the second reading of the reports is a range, or says why there is none', () => {
  const second = { how: 'each voice as one report, however many it made', told: true, refused: false, low: 12, middle: 75, high: null, above: 1, below: 0, plays: 300, effective: 135.7 };
  const range = (lo: number, hi: number) => `${lo}..${hi}`;
  const said = secondText(second, range);
  for (const part of ['12..Infinity', 'middle 75', '300 plays', '136 of equal weight', 'each voice as one report']) assert.ok(said.includes(part), part);
  assert.match(secondText({ ...second, told: false, effective: 41.2 }, range), /too few for a range: worth 41/);
  assert.match(secondText({ ...second, told: false, refused: true }, range), /too few draws/);
  setLanguage('ko');
  assert.doesNotMatch(secondText(second, range).replace('Infinity', ''), /[A-Za-z]{3,}/);
  setLanguage('en');
});

test('differences over the belief open with how many keep their sign', () => {
  const one = (verdict: string) => ({ verdict, probability: { draws: 128, effective: 90.4 } }) as unknown as JudgedDifference;
  const conclusions = { over: 'belief', why_not: '', seed: 1, sentence: '', conclusions: [one('stands'), one('cannot be told'), one('cannot be told'), one('falls')] };
  const said = studyOf({ sensitivity: null, calibration: null, sweep: null, conclusions } as unknown as Report);
  assert.match(said?.text ?? '', /^1 of 4 differences/);
  assert.match(said?.split ?? '', /^1 fall and 2 cannot be told\. 128 draws of the belief, worth 90/);
  const prior = studyOf({ sensitivity: null, calibration: null, sweep: null, conclusions: { ...conclusions, over: 'prior' } } as unknown as Report);
  assert.match(prior?.split ?? '', /draws of the prior/);
});

test('a report of several cities speaks of cities', () => {
  const first = firstOf(makeReport() as Report);
  assert.ok(first);
  const one = sentenceOf(first, whereOf([{}])).text;
  const two = sentenceOf(first, whereOf([{}, {}])).text;
  assert.match(one, /^In this simulated city, /);
  assert.equal(two, one.replace('this simulated city', 'these simulated cities'));
});
