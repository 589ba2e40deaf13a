import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, withCalendar } from '../src/explore/data/canonical';
import { fixedOf, keptIn } from '../src/explore/data/fixed';

const city = `name = "two"
start = 2024-06-01
days = 210

[parameters]
reward = 0
suspicion_prior.family = 0.1  # share

[[city]]
name = "hoeryong"
label = "Hoeryong"
residents = 153532

[[city]]
name = "musan"
label = "Musan"
residents = 123721
`;

test('a scenario that says one thing for all leaves nothing as it is', () => {
  const text = `${city}\n[[hand_in_drive]]\nfrom = 2024-07-01\nto = 2024-09-30\nforgiveness = "promised"\n`;
  assert.deepEqual(fixedOf(text), { places: [], local: 0, steps: 0, yearly: 0, drawn: 0, unsure: 0 });
});

test('a city and a group of wards with values of their own keep them, and nobody else does', () => {
  const fixed = fixedOf(`${city}
[city.parameters]
suspicion_prior.family = 0.2

[[ward_group]]
name = "jammed"
share = 0.4
cities = ["hoeryong"]

[ward_group.parameters]
call_rate.family = 0.003
`);
  assert.deepEqual(fixed.places, [
    { kind: 'city', name: 'Musan', share: 1, cities: [], numbers: ['suspicion_prior.family'] },
    { kind: 'wards', name: 'jammed', share: 0.4, cities: ['hoeryong'], numbers: ['call_rate.family'] },
  ]);
  assert.deepEqual(keptIn(fixed, 'suspicion_prior.family'), ['Musan']);
  assert.deepEqual(keptIn(fixed, 'call_rate.family'), ['jammed']);
  assert.deepEqual(keptIn(fixed, 'reward'), []);
});

test('an entry for some places, the steps of a ramp and what comes back every year are counted', () => {
  const schedule = (from: string, to: string, more = '') =>
    `\n[[schedule]]\nparameter = "need_shock"\nfrom = ${from}\nto = ${to}\nvalue = 0.2\n${more}`;
  const fixed = fixedOf(
    city +
      '\n[[sweep]]\nfrom = 2024-06-03\nto = 2024-06-10\n' +
      '\n[[sweep]]\nfrom = 2025-06-03\nto = 2025-06-10\n' +
      '\n[[sweep]]\nfrom = 2025-08-03\nto = 2025-08-10\ncities = ["musan"]\n' +
      schedule('2024-07-01', '2024-07-30') +
      schedule('2024-07-31', '2024-08-29') +
      schedule('2024-08-30', '2024-09-10', 'wards = ["jammed"]\n'),
  );
  assert.deepEqual([fixed.local, fixed.steps, fixed.yearly], [2, 2, 2]);
});

test('what the program draws in a range is counted, and keeps its name when the calendar is written again', () => {
  const text = `${city}
[[ward_group]]
name = "jammed"
share = 0.4
range = [0.1, 0.7]
drawn_as = "jammed-wards"

[[schedule]]
parameter = "call_rate.family"
from = 2024-07-01
to = 2024-07-30
factor = 0.3
range = [0.1, 0.6]
drawn_as = "jamming"
wards = ["jammed"]
`;
  assert.equal(fixedOf(text).drawn, 2);
  const again = withCalendar(text, calendarOf(text));
  assert.match(again, /^drawn_as = "jamming"$/m);
  assert.match(again, /^range = \[0\.1, 0\.6\]$/m);
  assert.deepEqual(calendarOf(again), calendarOf(text));
});

test('an entry that may not have happened is counted, and keeps its probability and its name', () => {
  const text = `${city}
[[sweep]]
from = 2024-07-01
to = 2024-07-30
happened = 0.5
happened_as = "team"
`;
  assert.equal(fixedOf(text).unsure, 1);
  assert.equal(fixedOf(text).drawn, 0);
  const again = withCalendar(text, calendarOf(text));
  assert.match(again, /^happened = 0\.5\nhappened_as = "team"$/m);
});
