// What is played ahead of the reader: which settings, in which order, how many; and that a dot found is the dot played.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dotsAhead, mostAhead, playAhead, type Ahead, type Next } from '../src/doubt/ahead';
import { residentsOf } from '../src/doubt/answer';
import { kindOf, valueOf } from '../src/doubt/answer_kind';
import { Dots, settingKey } from '../src/doubt/dots';
import { playAnswer } from '../src/doubt/drawn_plays';
import { untouched } from '../src/explore/data/setting';
import type { Runner } from '../src/explore/model/queue';
import type { Job, Parameter, ScenarioDescription } from '../src/explore/model/wire';
import { controlsOf, moveOf, type Stand } from '../src/first/moves';
import { nextsOf } from '../src/first/use_ahead';

const canonical = `title = "x"
start = 2020-09-01
days = 200

[[hand_in_drive]]
from = 2020-10-01
to = 2020-12-31
forgiveness = "promised"
`;

const scenario = {
  start: '2020-09-01',
  days: 200,
  canonical,
  cities: [{ name: 'hyesan', label: 'Hyesan', residents: 192_680 }],
  events: [{ kind: 'hand_in_drive', label: '', first: 30, last: 121, from: '', to: '' }],
  values: {},
  held: [],
} as unknown as ScenarioDescription;

const stand: Stand = { scenario, setting: untouched, known: {}, parameters: [] };
const reading = { ...stand, seed: '1', specOf: ({ setting }: Pick<Stand, 'setting'>) => ({ text: JSON.stringify(setting.calendar), overrides: '' }) };
const homesOf = (nexts: Next[]) => nexts.filter(({ control }) => control === 'control-homes').map(({ question }) => question.known.homes);

test('first a step on of the control that was moved last, then back, then of the others, then two steps', () => {
  const ids = controlsOf(scenario).map((control) => moveOf(control, stand)?.id);
  assert.deepEqual(ids, ['control-last-day', 'control-promise', 'control-belief', 'control-homes']);
  const known = { homes: 0.03 };
  const move = moveOf({ is: 'unknown', id: 'homes' }, { ...stand, known });
  const at = (by: number) => {
    const to = move?.to(move.value + by);
    return to && 'value' in to ? to.value : undefined;
  };
  const nexts = nextsOf({ ...reading, known }, { control: 'control-homes', down: true });
  assert.deepEqual(homesOf(nexts), [at(-1), at(-1), at(1), at(-2), at(2)]);
  assert.deepEqual(nexts.slice(0, 3).map(({ order, part, ifSlow }) => [order, part, ifSlow]), [['ahead', 'dots', false], ['idle', 'range', false], ['idle', 'dots', false]]);
  assert.ok(nexts.slice(3).every(({ order, part, ifSlow }) => part === 'dots' && order === 'idle' && ifSlow), 'the answer is done before the others');
  assert.deepEqual(homesOf(nextsOf({ ...reading, known }, { control: 'control-homes', down: false })).slice(0, 3), [at(1), at(1), at(-1)]);
  assert.ok(nexts.filter(({ control }) => control !== 'control-homes').every(({ question }) => question.known.homes === 0.03));
});

test('a control that was only come to may go either way: both are there before the other plays of the answer', () => {
  const homesAt = (value: number) => moveOf({ is: 'unknown', id: 'homes' }, { ...stand, known: { homes: value } });
  for (const [value, first] of [[0.1, -1], [0.01, 1]] as const) {
    const move = homesAt(value);
    const at = (by: number) => {
      const to = move?.to(move.value + by);
      return to && 'value' in to ? to.value : undefined;
    };
    const nexts = nextsOf({ ...reading, known: { homes: value } }, { control: 'control-homes', down: null });
    assert.deepEqual(homesOf(nexts).slice(0, 3), [at(first), at(-first), at(first)], 'away from its nearer end first');
    assert.deepEqual(nexts.slice(0, 4).map(({ order, part }) => [order, part]), [['ahead', 'dots'], ['ahead', 'dots'], ['idle', 'range'], ['idle', 'dots']]);
  }
});

test('a control at its end is moved one way alone, and a choice to its other option', () => {
  const nexts = nextsOf({ ...reading, known: { homes: 0.15 } }, null);
  assert.equal(homesOf(nexts).length, 2);
  assert.equal(nexts.filter(({ control }) => control === 'control-promise').length, 1);
});

test('what a control is moved to is what the page then asks for', () => {
  const nexts = nextsOf(reading, { control: 'control-last-day', down: false });
  assert.match(nexts[0]?.question.spec.text ?? '', /"to":"2021-01-01"/);
  assert.match(nexts[2]?.question.spec.text ?? '', /"to":"2020-12-30"/);
  const promise = nexts.find(({ control }) => control === 'control-promise');
  assert.match(promise?.question.spec.text ?? '', /"forgiveness":"none"/);
});

test('a plain number goes by the steps of what the evidence leaves open', () => {
  const parameters = [{ name: 'risk_half_life', value: 20, range: [10, 110], prior: 'uniform', group: '' }] as unknown as Parameter[];
  const at = (overrides: Record<string, number>) =>
    moveOf({ is: 'parameter', name: 'risk_half_life' }, { ...stand, setting: { ...untouched, overrides }, parameters });
  assert.equal(at({})?.value, 50, 'not known: in the middle, as every control of which this is so');
  const move = at({ risk_half_life: 20 });
  assert.equal(move?.value, 10);
  const to = move?.to(11);
  assert.deepEqual(to && 'setting' in to && to.setting.overrides, { risk_half_life: 21 });
});

const headlines = (replicate: number) =>
  ['stopped_by_campaign', 'handed_in'].map((id, i) => ({ id, value: 100 * (i + 1) + replicate, smallest: 1 }));

let asks = 0;

/** Answers when it is let; a control whose spec says so shares its past. */
function fake() {
  const asked: { job: Extract<Job, { kind: 'drawn' }>; tag: object; order: string }[] = [];
  const dropped = new Set<object>();
  const runner = {
    size: 2,
    cancel: (tag: object) => dropped.add(tag),
    run: async (job: Extract<Job, { kind: 'drawn' }>, tag: object, order: string) => {
      asks += 1;
      await new Promise((done) => setTimeout(done));
      if (dropped.has(tag)) throw new Error('not wanted any more');
      asked.push({ job, tag, order });
      const quick = job.ahead === 'if slow' && job.spec.text === 'quick';
      return { replicate: job.replicate, days_played: quick ? 0 : 579, ...(job.only && { until: 122 }), headlines: quick ? [] : headlines(job.replicate) };
    },
  } as unknown as Runner;
  return { runner, asked, dropped };
}

const nextTo = (control: string, text: string, homes = 0): Next => ({
  control,
  order: 'ahead',
  part: 'dots',
  ifSlow: true,
  question: { spec: { text, overrides: '' }, seed: '1', known: homes ? { homes } : {} },
});
/** Waits by turns and not by the clock, which runs on where a processor is busy elsewhere: nothing is asked for in many. */
async function ended() {
  for (let quiet = 0, before = asks; quiet < 20; before = asks) {
    await new Promise((done) => setTimeout(done));
    quiet = asks === before ? quiet + 1 : 0;
  }
}
const isThere = (dots: Dots, { question }: Next) => {
  const key = settingKey(question, kindOf(scenario), residentsOf(scenario));
  return Array.from({ length: 64 }, (_, at) => dots.of(key, at)).filter(Boolean).length;
};

test('the dots of a setting are kept, those of a control that shares its past are not asked for again', async () => {
  const { runner, asked, dropped } = fake();
  const ahead: Ahead = { runner, dots: new Dots(), scenario, quick: new Set() };
  const slow = nextTo('control-homes', 'slow', 0.03);
  playAhead(ahead, [nextTo('control-last-day', 'quick'), slow, nextTo('control-last-day', 'quick', 0.1)]);
  await ended();
  assert.deepEqual([...ahead.quick], ['control-last-day']);
  assert.equal(dropped.size, 1);
  assert.equal(isThere(ahead.dots, slow), dotsAhead);
  assert.ok(asked.every(({ job }) => job.ahead && job.only?.length === 2));
  assert.equal(asked.filter(({ job }) => job.known.homes === 0.1).length, 0);
  const there = { ...nextTo('control-last-day', 'quick', 0.1), ifSlow: false };
  playAhead(ahead, [there]);
  await ended();
  assert.equal(isThere(ahead.dots, there), dotsAhead, 'but for a control that the reader is at');
  const before = asked.length;
  playAhead(ahead, [slow]);
  await ended();
  assert.equal(asked.length, before, 'played once');
  playAhead(ahead, [{ ...slow, part: 'range' }]);
  await ended();
  assert.equal(isThere(ahead.dots, slow), 64);
});

test('so many settings and no more, and none once something has moved', async () => {
  const { runner, asked } = fake();
  const many = Array.from({ length: 12 }, (_, i) => nextTo('control-homes', 'slow', 0.01 * (i + 1)));
  const settings = () => new Set(asked.map(({ job }) => job.known.homes)).size;
  playAhead({ runner, dots: new Dots(), scenario, quick: new Set() }, many);
  await ended();
  assert.equal(settings(), mostAhead);
  asked.length = 0;
  const stop = playAhead({ runner, dots: new Dots(), scenario, quick: new Set() }, many);
  stop();
  await ended();
  assert.equal(asked.length, 0);
});

test('a dot that is found is not played again but for its end, and says what the play says', async () => {
  const { runner, asked } = fake();
  const dots = new Dots();
  const next = nextTo('control-homes', 'slow', 0.03);
  playAhead({ runner, dots, scenario, quick: new Set() }, [next]);
  await ended();
  const [kind, residents] = [kindOf(scenario), residentsOf(scenario)];
  const key = settingKey({ ...next.question, known: { homes: 0.03 } }, kind, residents);
  for (let at = 0; at < dotsAhead; at += 1)
    assert.equal(dots.of(key, at)?.value, valueOf(kind, headlines(at + 1) as never, residents), `play ${at}`);
  asked.length = 0;
  playAnswer({ runner, ...next.question }, () => undefined, { soon: ['handed_in'], isThere: (at) => dots.of(key, at) !== undefined });
  await ended();
  const orders = (replicate: number) => asked.filter(({ job }) => job.replicate === replicate).map(({ order }) => order);
  assert.deepEqual(orders(1), ['idle']);
  assert.deepEqual(orders(dotsAhead), ['idle']);
  assert.deepEqual(orders(dotsAhead + 1), ['answer', 'idle']);
  assert.deepEqual(orders(65), ['rest']);
});

test('settings are told apart by all that is set, in whatever order; the oldest is forgotten, and no value is one', () => {
  const question = (known: Record<string, number>) => ({ spec: { text: 'x', overrides: '' }, seed: '1', known });
  const key = (known: Record<string, number>) => settingKey(question(known), 'gap', 1000);
  assert.equal(key({ homes: 0.1, belief: 0.2 }), key({ belief: 0.2, homes: 0.1 }));
  assert.notEqual(key({ homes: 0.1 }), key({ homes: 0.2 }));
  const dots = new Dots();
  for (let i = 0; i < 65; i += 1) dots.add(key({ homes: i }), 0, { value: Number.NaN, signed: i });
  assert.equal(dots.of(key({ homes: 0 }), 0), undefined);
  assert.deepEqual(dots.of(key({ homes: 1 }), 0), { value: Number.NaN, signed: 1 });
  assert.equal(dots.of(key({ homes: 1 }), 1), undefined);
  dots.add(key({ homes: 1 }), 255, { value: 2, signed: null });
  assert.deepEqual(dots.of(key({ homes: 1 }), 255), { value: 2, signed: null });
  for (let i = 0; i < 64; i += 1) dots.add(key({ homes: 100 + i }), 256, { value: 1, signed: null });
  assert.ok(dots.of(key({ homes: 1 }), 0), 'nothing is kept of later plays, and nothing forgotten for them');
});
