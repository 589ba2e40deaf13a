// The plays of the explorer's answer are those of the program: replicate i has the same values, rules and luck, and
// ends in the same state, bit for bit, beside the same city without the campaign.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hasProgram, needsProgram, smallCity, startEngine, tumen } from '../support/explorer.mjs';

const replicates = 8; // two pairs of twins among them
let engine;
let folder;

before(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), 'tumen-draws-'));
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** What the program stores, told by its report. */
function native(scenario, ...more) {
  tumen(folder, 'run', scenario, '--replicates', String(replicates), '--out', 'x.sqlite', '--force', ...more);
  const report = JSON.parse(tumen(folder, 'report', 'x.sqlite', '--json'));
  const values = (row) => report.first.rows.find((one) => one.row === row)?.spread.dots;
  return { hashes: report.provenance.replicate_hashes.map(({ hash }) => hash), values };
}

function drawn(spec, known = {}, seed = '1') {
  return Array.from({ length: replicates }, (_, i) => engine.answer({ kind: 'drawn', spec, seed, replicate: i + 1, known }));
}

const hashes = (runs) => runs.map(({ hash }) => hash);
const headline = (runs, id) => runs.map(({ headlines }) => headlines.find((one) => one.id === id).value);
/** As the report writes it. */
const sixDigits = (values) => values.map((one) => Number(one.toPrecision(6))).sort((a, b) => a - b);

for (const [scenario, id] of [
  ['hyesan-handin', 'handed_in'],
  ['hoeryong-oath', 'signed'],
  ['hyesan-sweep', null],
]) {
  test(`replicate i of ${scenario} takes draw i of the belief, and comes to the same, bit for bit`, needsProgram, () => {
    const { hashes: wanted, values } = native(scenario, '--set', 'residents=20000');
    const runs = drawn({ text: scenario, overrides: 'residents=20000' });
    assert.equal(wanted.length, replicates);
    assert.deepEqual(hashes(runs), wanted);
    assert.equal(new Set(wanted).size, replicates, 'twins have the same values and another luck');
    assert.deepEqual(sixDigits(headline(runs, 'stopped_by_campaign')), values('changed'), 'against the same yardstick');
    if (id) assert.deepEqual(sixDigits(headline(runs, id)), values('official'));
  });
}

test('a calm city has no yardstick, and is drawn as well', needsProgram, () => {
  const runs = drawn({ text: 'hyesan-calm', overrides: 'residents=5000' });
  assert.deepEqual(hashes(runs), native('hyesan-calm', '--set', 'residents=5000').hashes);
  assert.ok(runs.every(({ beside }) => beside === undefined));
});

test('what a control or a line names is held in every play, as in the program', needsProgram, () => {
  const more = ['--set', 'residents=20000', '--set', 'promise_breach=40 %', '--set', 'rules.trust=fixed', '--seed', '7'];
  const wanted = native('hyesan-handin', ...more).hashes;
  const spec = { text: 'hyesan-handin', overrides: 'residents=20000\npromise_breach=0.4\nrules.trust=fixed' };
  assert.deepEqual(hashes(drawn(spec, {}, '7')), wanted);
  const { held } = engine.answer({ kind: 'load', spec });
  for (const name of ['promise_breach', 'rules.trust']) assert.ok(held.includes(name), name);
  const fixed = { text: 'hyesan-handin', overrides: 'residents=20000\nrules.trust=fixed' };
  assert.deepEqual(hashes(drawn(fixed, { breach: 0.4 }, '7')), wanted, 'fixed on top of the draw it is the same');
});

test('a text that the model wrote names everything: what counts as named is said beside it', () => {
  const plain = { text: 'hyesan-handin', overrides: 'residents=20000' };
  const { canonical, named } = engine.answer({ kind: 'load', spec: plain });
  const written = { text: `${canonical}\n`, overrides: '' };
  assert.ok(engine.answer({ kind: 'load', spec: written }).held.length > 150);
  const known = engine.answer({ kind: 'load', spec: { ...written, named } });
  assert.deepEqual(known.held, engine.answer({ kind: 'load', spec: plain }).held);
  assert.deepEqual(hashes(drawn({ ...written, named })), hashes(drawn(plain)));
});

test('fixing something and letting it go brings the first plays back, bit for bit', () => {
  const spec = { text: 'hyesan-handin', overrides: 'residents=5000' };
  const free = hashes(drawn(spec));
  assert.notDeepEqual(hashes(drawn(spec, { homes: 0.03 })), free);
  assert.deepEqual(hashes(drawn(spec)), free);
});

test('the belief is that of this model, and says how many draws it is worth', () => {
  const { draws } = engine.answer({ kind: 'describe' });
  assert.equal(draws.problem, '');
  if (!hasProgram()) return;
  const said = tumen(folder, 'run', 'hyesan-calm', '--set', 'residents=2000', '--replicates', '2', '--out', 'y.sqlite', '--force');
  if (draws.from === 'belief') assert.match(said, new RegExp(`worth ${Math.round(draws.effective)}\\s+draws`));
  else assert.ok(draws.why.length > 0 && /prior/.test(said));
});

test('plays count by the second reading of the reports as in the program', needsProgram, () => {
  const { draws } = engine.answer({ kind: 'describe' });
  const plays = 256;
  const words = ['hyesan-calm', '--set', 'residents=2000', '--replicates', String(plays), '--out', 'z.sqlite', '--json'];
  const said = JSON.parse(tumen(folder, 'run', ...words)).plays;
  if (draws.from === 'prior') return assert.deepEqual([draws.second, said.second], [[], '']);
  const [second] = draws.second;
  assert.equal(second.families.length, plays);
  assert.equal(second.families[2], second.families[3], 'twins have one draw');
  const together = new Map();
  second.families.forEach((family, at) => together.set(family, (together.get(family) ?? 0) + second.weights[at]));
  const sum = [...together.values()].reduce((all, one) => all + one, 0);
  const worth = 1 / [...together.values()].reduce((all, one) => all + (one / sum) ** 2, 0);
  const row = said.rows.find((one) => one.second.plays === plays).second;
  assert.ok(Math.abs(worth / row.effective - 1) < 1e-9, `${worth} ${row.effective}`);
  assert.equal(Boolean(second.told), row.told);
  assert.ok(said.second.includes(`By the second reading of the reports, ${second.how}:`), said.second);
});

test('a play taken up where a moved control bites is the one played anew, bit for bit, and plays fewer days', async () => {
  const at = (...overrides) => ({ text: 'hyesan-handin', overrides: ['residents=20000', ...overrides].join('\n') });
  const { canonical, named } = engine.answer({ kind: 'load', spec: at() });
  const written = (from, to) => {
    assert.ok(canonical.includes(from), from);
    return { text: canonical.replace(from, to), overrides: '', named };
  };
  const first = written('days = 200', 'days = 200');
  const reported = 200;
  const before = 30; // days until the drive begins
  const whole = 365 + reported + (reported - before);
  const asked = [
    [first, whole],
    [written('to = 2020-12-31', 'to = 2020-12-15'), reported - before],
    [written('forgiveness = "promised"', 'forgiveness = "none"'), reported - before],
    [written('from = 2020-10-01', 'from = 2020-10-21'), reported - before],
    [written('from = 2020-10-01', 'from = 2020-09-21'), 365 + reported],
    [at('promise_breach=0.4'), reported - before + 10], // read from the drive on; what is kept is of ten days before
    [at('fee_base=0.4'), whole],
    [first, whole],
    [first, reported - before],
    [at('phone_share.resident=0.01'), whole],
    [{ text: 'hyesan-calm', overrides: 'residents=20000' }, 365 + reported],
  ];
  const kept = await startEngine();
  for (const [spec, days] of asked) {
    const fresh = await startEngine();
    const play = { kind: 'drawn', spec, seed: '1', replicate: 3, known: {} };
    const { days_played: played, ...rest } = kept.answer(play);
    const { days_played: all, ...anew } = fresh.answer(play);
    const what = JSON.stringify(spec.overrides || spec.text.slice(-300));
    assert.deepEqual(rest, anew, what);
    assert.equal(played, days, what);
    assert.ok(all >= played, what);
  }
});

test('played as far as a dot needs, every number that is told is that of the whole play, and no hash is', async () => {
  const dots = ['stopped_by_campaign', 'handed_in', 'calling_eve', 'signed'];
  for (const [scenario, last] of [
    ['hyesan-handin', 121],
    ['hoeryong-oath', null],
    ['hyesan-sweep', null],
    ['hyesan-lockdown', null],
    ['hyesan-drive-then-team', null],
  ]) {
    const fresh = await startEngine();
    const spec = { text: scenario, overrides: 'residents=20000' };
    for (const replicate of [3, 5, 3]) {
      const play = { kind: 'drawn', spec, seed: '1', replicate, known: {} };
      const part = fresh.answer({ ...play, only: dots });
      const whole = fresh.answer(play);
      const what = `${scenario}, play ${replicate}`;
      assert.ok(part.hash === undefined && part.beside === undefined, what);
      assert.ok(whole.hash && whole.until === undefined, what);
      if (last) assert.equal(part.until, last + 1, what);
      assert.ok(part.headlines.length > 10 && part.headlines.length <= whole.headlines.length, what);
      for (const one of part.headlines)
        assert.deepEqual(one, whole.headlines.find(({ id }) => id === one.id), `${what}, ${one.id}`);
      for (const id of dots)
        assert.equal(part.headlines.some((one) => one.id === id), whole.headlines.some((one) => one.id === id), `${what}, ${id}`);
    }
  }
});

test('the city without the campaign is played once, as far as it was asked for', async () => {
  const only = ['stopped_by_campaign', 'handed_in'];
  const plain = { text: 'hyesan-handin', overrides: 'residents=20000' };
  const { canonical, named } = engine.answer({ kind: 'load', spec: plain });
  const until = (date, forgiveness = 'promised') => ({
    text: canonical.replace('to = 2020-12-31', `to = ${date}`).replace('forgiveness = "promised"', `forgiveness = "${forgiveness}"`),
    overrides: '',
    named,
  });
  const parting = 30;
  const kept = await startEngine();
  const ask = (spec, more = { only }) => {
    const play = { kind: 'drawn', spec, seed: '1', replicate: 3, known: {}, ...more };
    return startEngine().then((fresh) => {
      const { days_played: all, ...anew } = fresh.answer(play);
      const { days_played: played, ...rest } = kept.answer(play);
      assert.deepEqual(rest, anew, spec.text.slice(-200));
      return played;
    });
  };
  assert.equal(await ask(until('2020-12-31')), 365 + 122 + (122 - parting));
  assert.equal(await ask(until('2020-12-31', 'none')), 122 - parting);
  assert.equal(await ask(until('2020-12-15')), 106 - parting);
  assert.equal(await ask(until('2021-01-10')), 2 * (132 - parting), 'further than before');
  assert.equal(await ask(until('2021-01-05')), 127 - parting);
  assert.equal(await ask(until('2021-01-05'), {}), 2 * (200 - parting), 'to the end, with all that is observed of it');
  assert.equal(await ask(until('2021-01-05', 'none'), {}), 200 - parting);
  assert.equal(await ask(until('2021-01-10')), 132 - parting);
  // Of the days that are kept counts alone were observed: who asks for a sum over people plays them again.
  const text = `${canonical}\n[[headline]]\nid = "need"\nlabel = "Need"\nunit = "CNY"\nstatistic = "mean(need_kin, during)"\n`;
  const own = { kind: 'drawn', spec: { text, overrides: '', named }, seed: '1', replicate: 3, known: {} };
  const again = await startEngine();
  const need = ({ headlines }) => headlines.find(({ id }) => id === 'need')?.value;
  assert.equal(need(again.answer({ ...own, only })), undefined);
  const part = again.answer({ ...own, only: ['need'] });
  assert.equal(part.days_played, 2 * (122 - parting));
  assert.equal(need(part), need((await startEngine()).answer(own)));
});

test('a play that there is no room to keep is played as far as a dot needs, and has the same numbers', async () => {
  const spec = { text: 'hyesan-handin', overrides: 'residents=20000' };
  const play = (replicate, more) => ({ kind: 'drawn', spec, seed: '1', replicate, known: {}, ...more });
  const only = { only: ['stopped_by_campaign', 'handed_in'] };
  const small = await startEngine();
  small.allow(1e6);
  const replicates = [1, 2, 3, 4];
  const first = replicates.map((replicate) => small.answer(play(replicate, only)));
  const again = replicates.map((replicate) => small.answer(play(replicate, only)));
  const isKept = again.map(({ days_played: days }, i) => days < (first[i]?.days_played ?? 0));
  assert.deepEqual(isKept, [true, true, false, false]);
  const fresh = await startEngine();
  const without = ({ days_played: _, ...rest }) => rest;
  for (const [i, replicate] of replicates.entries()) {
    const anew = fresh.answer(play(replicate, only));
    assert.deepEqual([first[i], without(again[i])], [anew, without(anew)]);
    assert.equal(anew.until, 122);
    assert.equal(small.answer(play(replicate)).hash, fresh.answer(play(replicate)).hash);
  }
});

test('a city in which more have a phone takes more room: fewer of its plays are kept, and again more where fewer have', async () => {
  const spec = { text: 'hyesan-handin', overrides: '' };
  const only = ['stopped_by_campaign', 'handed_in'];
  const some = await startEngine();
  some.allow(8e6);
  const ask = (known) => Array.from({ length: 8 }, (_, i) => some.answer({ kind: 'drawn', spec, seed: '1', replicate: i + 1, known, only }).days_played);
  const kept = (known) => {
    ask(known);
    return ask(known).filter((days) => days < 365).length;
  };
  const few = kept({ homes: 0.03 });
  const many = kept({ homes: 0.15 });
  assert.ok(few >= 4 && many >= 1 && many <= 2, `${few} ${many}`);
  assert.equal(kept({ homes: 0.03 }), few);
  assert.equal(kept({ homes: 0.15 }), many);
  assert.ok(some.wasm.memory.buffer.byteLength < 56e6, `${some.wasm.memory.buffer.byteLength}`);
});

test('what the last day says is asked for to the end', () => {
  const spec = { text: 'hyesan-handin', overrides: 'residents=5000' };
  const play = { kind: 'drawn', spec, seed: '1', replicate: 1, known: {} };
  const part = engine.answer({ ...play, only: ['handed_in'] });
  assert.ok(part.until < 200 && !part.headlines.some(({ id }) => id === 'still_quiet_after'));
  const end = engine.answer({ ...play, only: ['handed_in', 'still_quiet_after'] });
  assert.deepEqual(end.hash, engine.answer(play).hash);
});

test('a play for a dot is the one played anew after every control, and is taken up where the control bites', async () => {
  const only = ['stopped_by_campaign', 'handed_in', 'calling_eve', 'signed'];
  const residents = 'residents=20000';
  const described = (scenario) => engine.answer({ kind: 'load', spec: { text: scenario, overrides: residents } });
  const moved = (scenario, from, to) => {
    const { canonical, named } = described(scenario);
    assert.ok(canonical.includes(from), from);
    return { spec: { text: canonical.replace(from, to), overrides: '', named }, known: {} };
  };
  const set = (scenario, line, known = {}) => ({ spec: { text: scenario, overrides: [residents, line].filter(Boolean).join('\n') }, known });
  const handin = 'hyesan-handin';
  const oath = 'hoeryong-oath';
  const sweep = 'hyesan-sweep';
  const lastOf = (scenario, kind) => / to = (\S+)/.exec(described(scenario).canonical.split(`[[${kind}]]`).pop().replaceAll('\n', ' '))[1];
  const later = (scenario, kind) => {
    const last = lastOf(scenario, kind);
    return moved(scenario, `to = ${last}`, `to = ${last.replace(/\d\d$/, (day) => String(Number(day) - 1).padStart(2, '0'))}`);
  };
  const whole = 365;
  // In turn in one worker, each after the one before it: the control, and whether the warm-up is played again.
  const controls = [
    ['first', set(handin), true],
    ['last day', moved(handin, 'to = 2020-12-31', 'to = 2020-12-15'), false],
    ['promise', moved(handin, 'forgiveness = "promised"', 'forgiveness = "none"'), false],
    ['belief', set(handin, '', { belief: 0.2 }), false],
    ['belief again', set(handin, '', { belief: 0.45 }), false],
    ['homes', set(handin, '', { homes: 0.03 }), true],
    ['belief and homes', set(handin, '', { homes: 0.03, belief: 0.3 }), false],
    ['breach', set(handin, '', { breach: 0.4 }), true],
    ['oath', set(oath), true],
    ['last visit', later(oath, 'oath_drive'), false],
    ['fear of the visit', set(oath, 'oath_fear=0.01'), false],
    ['fear again', set(oath, 'oath_fear=0.03'), false],
    ['homes, oath', set(oath, 'oath_fear=0.03', { homes: 0.03 }), true],
    ['sweep', set(sweep), true],
    ['last sweep', later(sweep, 'sweep'), false],
    ['caseload', set(sweep, 'central_caseload=3'), false],
    ['half-life of fear', set(sweep, 'risk_half_life=40'), true],
  ];
  const kept = await startEngine();
  for (const [control, { spec, known }, all] of controls) {
    for (const replicate of [2, 5]) {
      const play = { kind: 'drawn', spec, seed: '1', replicate, known };
      const anew = await startEngine();
      const { days_played: fresh, ...from } = anew.answer({ ...play, only });
      const { days_played: played, ...part } = kept.answer({ ...play, only });
      const what = `${control}, play ${replicate}`;
      assert.deepEqual(part, from, what);
      assert.ok(fresh > whole, what);
      assert.equal(played > whole, all, `${what}: ${played} days`);
      const end = anew.answer(play);
      for (const one of part.headlines) assert.deepEqual(one, end.headlines.find(({ id }) => id === one.id), `${what}, ${one.id}`);
      for (const id of only) assert.equal(part.headlines.some((one) => one.id === id), end.headlines.some((one) => one.id === id), what);
      if (replicate === 2 && /again|and homes|caseload/.test(control)) assert.deepEqual(kept.answer(play).hash, end.hash, `${what}, to the end`);
    }
  }
});

test('a play ahead of a control is the one after it has moved, bit for bit, and leaves what is kept as it was', async () => {
  const residents = 'residents=20000';
  const set = (scenario, line, known = {}) => ({ spec: { text: scenario, overrides: [residents, line].filter(Boolean).join('\n') }, known });
  // The scenario, and a setting next to it: whether nothing is played, since it would go on from a morning that is kept.
  const controls = [
    [set('hyesan-handin'), set('hyesan-handin', '', { homes: 0.03 }), false],
    [set('hyesan-handin'), set('hyesan-handin', '', { belief: 0.2 }), true],
    [set('hoeryong-oath'), set('hoeryong-oath', '', { homes: 0.03 }), false],
    [set('hoeryong-oath'), set('hoeryong-oath', 'oath_fear=0.01'), true],
    [set('hyesan-sweep'), set('hyesan-sweep', 'risk_half_life=40'), false],
    [set('hyesan-sweep'), set('hyesan-sweep', 'central_caseload=3'), true],
    [set('hyesan-lockdown'), set('hyesan-lockdown', '', { homes: 0.05 }), false],
  ];
  const only = ['stopped_by_campaign', 'handed_in', 'calling_eve', 'signed'];
  const common = { kind: 'drawn', seed: '1', replicate: 3, only };
  const later = (after) => ({ ...common, ...after, known: { ...after.known, breach: 0.4 } });
  for (const [now, next, shared] of controls) {
    const what = JSON.stringify(next);
    const kept = await startEngine();
    const { days_played: unknown, ...first } = kept.answer({ ...common, ...next, ahead: 'if slow' });
    assert.ok(unknown > 365, `${what}: nothing is kept yet`);
    kept.answer({ ...common, ...now });
    const { days_played: days, ...ahead } = kept.answer({ ...common, ...next, ahead: 'if slow' });
    assert.equal(days === 0, shared, what);
    const { days_played: always, ...anyway } = kept.answer({ ...common, ...next, ahead: 'always' });
    assert.equal(always > 0 && always < 365, shared, `${what}: from what is kept`);
    const again = kept.answer({ ...common, ...now });
    assert.ok(again.days_played < 365, `${what}: what was kept is still there`);
    const fresh = await startEngine();
    assert.deepEqual({ ...again, days_played: 0 }, { ...fresh.answer({ ...common, ...now }), days_played: 0 }, what);
    const { days_played: played, ...after } = (await startEngine()).answer({ ...common, ...next });
    assert.deepEqual(first, after, what);
    assert.deepEqual(anyway, after, what);
    if (shared) assert.deepEqual(ahead, { replicate: 3, headlines: [] }, what);
    else assert.deepEqual([ahead, days], [after, played], what);
    assert.deepEqual(kept.answer(later(next)).headlines, fresh.answer(later(next)).headlines, `${what}, and what comes after it`);
  }
});

test('of more cities than one nothing is played ahead', () => {
  const text = smallCity.replace('[[hand_in_drive]]', '[[city]]\nname = "musan"\nlabel = "Musan"\nresidents = 20000\n\n[[hand_in_drive]]');
  const play = { kind: 'drawn', spec: { text, overrides: '' }, seed: '1', replicate: 1, known: {}, only: ['handed_in'] };
  assert.deepEqual(engine.answer({ ...play, ahead: 'always' }), { replicate: 1, days_played: 0, headlines: [] });
  assert.ok(engine.answer(play).days_played > 0);
});

test('what hangs on a value that the scenario holds can be fixed', () => {
  const spec = { text: 'hyesan-handin', overrides: 'residents=20000\nphone_share.family=0.4\nbelief_beta=9' };
  for (const known of [{ brokers: 60 }, { homes: 0.03 }, { belief: 0.3 }]) {
    const run = engine.answer({ kind: 'drawn', spec, seed: '1', replicate: 1, known });
    assert.ok(headline([run], 'calling_eve')[0] > 0, JSON.stringify({ known, run }).slice(0, 300));
  }
  const brokers = (count) => engine.answer({ kind: 'drawn', spec, seed: '1', replicate: 1, known: { brokers: count } }).hash;
  assert.notEqual(brokers(60), brokers(120));
});

test('a number that cannot be, fixed on top of a draw, is refused with its reason', () => {
  const spec = { text: 'hyesan-handin', overrides: 'residents=5000' };
  const play = { kind: 'drawn', spec, seed: '1', replicate: 1 };
  assert.throws(() => engine.answer({ ...play, known: { breach: 1.5 } }), /promise_breach/);
  assert.ok(engine.answer({ ...play, known: { breach: 0.5 } }).hash);
});
