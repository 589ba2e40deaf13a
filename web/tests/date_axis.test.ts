// Dates under an axis: which names and where.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOfDay } from '../src/data/days';
import { dateLabels, monthMarks } from '../src/figures/date_axis';
import { textWidth } from '../src/figures/svg';
import { setLanguage } from '../src/text/table';

const dates = (...days: string[]) => days.map((day) => new Date(`${day}T00:00:00Z`));
const daysFrom = (start: string, days: number) => Array.from({ length: days }, (_, day) => dateOfDay(start, day));

test('under a figure stands a year where it begins or changes, and alone where all ticks are years', () => {
  assert.deepEqual(dateLabels(dates('2020-09-01', '2020-10-01', '2021-01-01', '2021-02-01')), ['Sep\n2020', 'Oct', 'Jan\n2021', 'Feb']);
  assert.deepEqual(dateLabels(dates('2021-01-01', '2022-01-01', '2023-01-01')), ['2021', '2022', '2023']);
  assert.deepEqual(dateLabels(dates('2020-12-20', '2020-12-27', '2021-01-03')), ['20 Dec\n2020', '27 Dec', '3 Jan\n2021']);
});

test('in Korean they are Korean', () => {
  setLanguage('ko');
  try {
    assert.deepEqual(dateLabels(dates('2020-12-01', '2021-01-01')), ['12\uc6d4\n2020\ub144', '1\uc6d4\n2021\ub144']);
    assert.deepEqual(dateLabels(dates('2020-12-20', '2020-12-27')), ['12\uc6d4 20\uc77c\n2020\ub144', '12\uc6d4 27\uc77c']);
  } finally {
    setLanguage('en');
  }
});

test('a run of less than a year has months alone', () => {
  const names = monthMarks(daysFrom('2020-09-01', 200), (day) => day * 4, 800).map(({ name }) => name);
  assert.deepEqual(names, ['Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']);
});

test('a run of several years has its years, in a narrow window nothing else, and no name meets the next', () => {
  const marksOf = (width: number) => monthMarks(daysFrom('2020-09-01', 1295), (day) => (day / 1294) * width, width);
  for (const width of [680, 900]) {
    const marks = marksOf(width);
    assert.deepEqual(marks.map(({ name }) => name).filter((name) => /\d/.test(name)), ['2021', '2022', '2023', '2024']);
    marks.slice(1).forEach(({ x }, at) => assert.ok(x - marks[at]!.x >= textWidth(marks[at]!.name, 12), `${marks[at]!.name} at ${width}`));
  }
  for (let width = 300; width < 500; width += 7) {
    const last = marksOf(width).at(-1)!;
    assert.ok(last.x + textWidth(last.name, 13) <= width, `${last.name} ends at ${last.x + textWidth(last.name, 13)} of ${width}`);
  }
  assert.ok(marksOf(900).some(({ name }) => name === 'Oct'));
});

test('a Korean year is wider, and is left out where it has no room', () => {
  setLanguage('ko');
  try {
    for (let width = 300; width < 700; width += 7) {
      const last = monthMarks(daysFrom('2020-09-01', 1295), (day) => (day / 1294) * width, width).at(-1)!;
      assert.ok(last.x + textWidth(last.name, 13) <= width, `${last.name} ends at ${last.x + textWidth(last.name, 13)} of ${width}`);
    }
  } finally {
    setLanguage('en');
  }
});

test('nine years in a narrow window leave out what has no room, never half of it', () => {
  const names = monthMarks(daysFrom('2018-01-01', 3287), (day) => (day / 3286) * 300, 300).map(({ name }) => name);
  const years = names.filter((name) => /^20\d\d$/.test(name));
  assert.ok(years.length >= 4 && names.length <= years.length + 1, names.join());
});
