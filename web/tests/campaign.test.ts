// What the campaign is called, and where a day lies in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlsOf } from '../src/first/moves';
import { campaignOf, nameOfShownCity, scenarioHere, whichDay, whichDayHere } from '../src/story/campaign';
import { usualText } from '../src/story/usual';
import { fill, slotsOf } from '../src/text/fill';

type Event = { kind: string; first: number; last: number };
const campaign = (...events: Event[]) => campaignOf({ events } as unknown as Parameters<typeof campaignOf>[0]);
const drive = (first: number, last: number) => ({ kind: 'hand_in_drive', first, last });

test('a drive that comes again has its own days each time', () => {
  const yearly = campaign(drive(395, 486), drive(30, 121), drive(30, 121));
  assert.deepEqual(yearly?.windows, [{ first: 30, last: 121 }, { first: 395, last: 486 }], 'of several cities one');
  assert.equal(whichDay(29, yearly, 1000), '1 day before the drive');
  assert.equal(whichDay(30, yearly, 1000), 'day 1 of 92 of the drive');
  assert.equal(whichDay(122, yearly, 1000), '1 day after the drive');
  assert.equal(whichDay(400, yearly, 1000), 'day 6 of 92 of the drive');
  assert.equal(whichDay(500, yearly, 1000), '14 days after the drive');
});

test('of several cities the first is shown: by its name, and without what happens in others alone', () => {
  const event = (kind: string, from: string, first: number) => ({ kind, first, last: first + 9, from, to: from });
  const entry = (kind: string, from: string, cities: string) => `\n[[${kind}]]\nfrom = ${from}\nto = ${from}\n${cities}`;
  const several = {
    cities: [{ name: 'here', label: 'Here' }, { name: 'there', label: 'There' }],
    days: 100,
    events: [event('oath_drive', '2020-09-02', 1), event('hand_in_drive', '2020-09-20', 19), event('sweep', '2020-10-20', 49)],
    canonical:
      entry('oath_drive', '2020-09-02', 'cities = ["there"]\n') + entry('hand_in_drive', '2020-09-20', 'cities = ["here", "there"]\n') + entry('sweep', '2020-10-20', ''),
  } as unknown as Parameters<typeof scenarioHere>[0];
  assert.deepEqual(scenarioHere(several).events.map(({ kind }) => kind), ['hand_in_drive', 'sweep']);
  assert.deepEqual(scenarioHere(several, 1).events.map(({ kind }) => kind), ['oath_drive', 'hand_in_drive', 'sweep']);
  assert.equal(whichDayHere(19, campaignOf(scenarioHere(several)), several), 'day 1 of 10 of the drive, in Here, one of 2 cities');
  const alone = { ...several, cities: several.cities.slice(0, 1) };
  assert.equal(nameOfShownCity(alone), null);
  assert.equal(whichDayHere(19, campaignOf(scenarioHere(alone)), alone), '9 days after the drive');
});

test('a team from the centre and a closure are no drive', () => {
  for (const kind of ['sweep', 'schedule'])
    assert.equal(whichDay(10, campaign({ kind, first: 1, last: 60 }), 100), 'day 10 of 60 of the campaign');
  assert.equal(whichDay(10, campaign({ kind: 'peak', first: 1, last: 60 }), 100), 'day 11 of 100');
});

test('only what keeps people at home, or lets them lack something, is called a closure', () => {
  const labels = (parameter: string) =>
    controlsOf({
      events: [{ kind: 'schedule' }],
      canonical: `\n[[schedule]]\nparameter = "${parameter}"\nfrom = 2020-11-01\nto = 2020-11-21\nvalue = 1\n`,
    } as unknown as Parameters<typeof controlsOf>[0]).map((one) => 'label' in one && one.label);
  assert.ok(labels('movement').includes('lastClosed'));
  assert.ok(labels('reward').includes('lastChanged'));
});

test('a request that nobody could come for has not found no broker', () => {
  assert.equal(usualText('lost', { n: 60, all: 496 }), 'In this play 60 of 496 requests for money brought none.');
});

test('one is one: a word goes with its number', () => {
  assert.equal(fill('{n} {n#day/days}', { n: 1 }), '1 day');
  assert.equal(fill('{n} {n#day/days}', { n: '2' }), '2 days');
  assert.deepEqual(slotsOf('{n} {n#day/days}'), ['n']);
  assert.equal(usualText('dead', { n: 1, all: 5 }), 'In this play 1 of the 5 phones counted was a dead one.');
  assert.equal(usualText('arrested', { n: 1, all: 5 }), 'In this play 1 person was arrested after a promise; 5 had handed in a phone.');
});
