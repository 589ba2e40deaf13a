// What first screens are made of, without a page: what is drawn of a campaign, and how two settings differ.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverOf, toCsv } from '../src/data/csv';
import { firstCurves } from '../src/explore/data/curves';
import { paired } from '../src/first/compare_screen';
import { setLanguage } from '../src/text';
import { headlineName } from '../src/text/headline';

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
