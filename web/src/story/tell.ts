// A household's diary, told: the entries that carry its story, each in a sentence, with the chance of the
// outcome that the sentence names.
import type { DiaryEntry } from '../explore/model/wire';
import { plainNumber } from '../data/numbers';
import { texts } from '../text';
import { fill } from '../text/fill';
import type { StoryKind, Window } from './kinds';

export interface Chapter {
  day: number;
  sentence: string;
  /** The chance of what the sentence names, and what it is the chance of. */
  chance: { of: string; value: number } | null;
  entry: DiaryEntry;
  key: boolean;
}

export interface Story {
  title: string;
  chapters: Chapter[];
  /** Place of the chapter that the story is about. */
  key: number;
}

/** What carries a story; the lower, the sooner it is left out where there is no room. */
const weight: Record<string, number> = {
  considered: 5,
  promise_broken: 9,
  arrested: 8,
  sentenced: 8,
  ransomed: 7,
  caught: 7,
  settled: 7,
  bought: 6,
  reviewed: 4,
  released: 6,
  extorted: 3,
  followed: 3,
  called: 50,
  witnessed: 5,
  served: 3,
  signed_oath: 5,
  refused_oath: 6,
  noticed: 2,
  detected: 3,
  falsely_reported: 5,
  searched: 5,
  named: 5,
  questioned: 5,
  became_broker: 6,
  asked_by_officer: 3,
  sought_dead_phone: 4,
  heard_of_broken_promise: 4,
  heard_of_arrest: 2,
  met: 1,
};

const mostChapters = 6;

function keyEvent(kind: StoryKind): (entry: DiaryEntry) => boolean {
  switch (kind) {
    case 'dead':
      return ({ event, outcome }) => event === 'considered' && outcome === 'hands in a dead phone';
    case 'real':
      return ({ event, outcome }) => event === 'considered' && outcome === 'hands in the working phone';
    case 'lost':
      return ({ event, outcome }) =>
        (event === 'served' && outcome !== 'money arrives') || (event === 'reviewed' && outcome === 'quiet');
    case 'witness':
      return ({ event }) => event === 'witnessed';
    case 'arrested':
      return ({ event }) => event === 'promise_broken' || event === 'arrested';
    case 'signed':
      return ({ event }) => event === 'signed_oath';
    case 'nothing':
      return () => false;
  }
}

/** What comes back again and again, and is told the first time. */
const toldOnce = new Set([
  'extorted',
  'served',
  'signed_oath',
  'asked_by_officer',
  'sought_dead_phone',
  'heard_of_broken_promise',
  'heard_of_arrest',
]);

/** Whether each adult means to call, after all that was decided so far. */
function stateAfter(entries: DiaryEntry[]): Map<number, string> {
  const state = new Map<number, string>();
  for (const { event, outcome, member } of entries) {
    if (event === 'bought') state.set(member, 'calling');
    if (event === 'reviewed' && outcome !== 'as before') state.set(member, outcome);
  }
  return state;
}

/** Leaves out what says once more what was so before: calls, unchanged reviews, every day of being followed. */
function changes(entries: DiaryEntry[], before: DiaryEntry[]): DiaryEntry[] {
  const state = stateAfter(before);
  let followedOn = -100;
  const said = new Set<string>();
  return entries.filter(({ event, outcome, member, day }) => {
    if (event === 'reviewed') {
      if (outcome === 'as before' || outcome === (state.get(member) ?? 'calling')) return false;
      state.set(member, outcome);
      return true;
    }
    if (event === 'bought') state.set(member, 'calling');
    if (event === 'followed') {
      const news = day - followedOn > 14;
      followedOn = day;
      return news;
    }
    if (event === 'considered') return outcome !== 'keeps it';
    if (toldOnce.has(event)) {
      const first = !said.has(event + outcome);
      said.add(event + outcome);
      return first;
    }
    return event in weight && !(event === 'noticed' && outcome === 'not reported');
  });
}

/** The ones nearest to what the story is about, of the most weight, in the order of days. */
function chosen(entries: DiaryEntry[], key: DiaryEntry | undefined, next: DiaryEntry | undefined): DiaryEntry[] {
  if (entries.length <= mostChapters) return entries;
  const far = (one: DiaryEntry) => (key ? Math.abs(one.day - key.day) / 30 : 0);
  const worth = (one: DiaryEntry) => (one === key || one === next ? 100 : (weight[one.event] ?? 0) - far(one));
  const kept = new Set([...entries].sort((a, b) => worth(b) - worth(a)).slice(0, mostChapters));
  return entries.filter((one) => kept.has(one));
}

function sentenceOf(entry: DiaryEntry, who: string, accepted: boolean | null): string {
  const table = texts.story.sentences as Record<string, unknown>;
  const exact = `${entry.event}.${entry.outcome}${accepted === null ? '' : accepted ? '.taken' : '.refused'}`;
  const found = table[exact] ?? table[`${entry.event}.${entry.outcome}`] ?? table[entry.event];
  const whom = who.charAt(0).toLowerCase() + who.slice(1);
  const { money: paid, bribe, ransom, price } = entry.inputs;
  const money = plainNumber(Math.round(paid ?? bribe ?? ransom ?? price ?? 0));
  if (typeof found === 'function') return (found as (slots: object) => string)({ who, whom, money });
  return typeof found === 'string' ? fill(found, {}) : `${entry.event}: ${entry.outcome}`;
}

/** The chance of the outcome named: the other way round where the entry has that of its contrary. */
function chanceOf(entry: DiaryEntry, refusal: number | null): Chapter['chance'] {
  const { event, outcome, probability, inputs } = entry;
  const names = texts.story.chances;
  if (event === 'considered') {
    if (refusal !== null) return { of: names.taken, value: 1 - refusal };
    const odds = outcome === 'hands in a dead phone' ? inputs.odds_decoy : inputs.odds_real;
    return odds === undefined ? null : { of: names.choice, value: odds };
  }
  if (probability === undefined) return null;
  const both = twoWays(event);
  if (both) {
    const [outcomeOf, does, contrary] = both;
    if (outcome === outcomeOf) return { of: names[does], value: probability };
    return { of: names[contrary], value: 1 - probability };
  }
  const one = chanceNames[event];
  return one ? { of: names[one], value: probability } : null;
}

type ChanceName = keyof typeof texts.story.chances;

/** Events that the probability of their entry is that of. */
const chanceNames: Record<string, ChanceName> = {
  settled: 'settled',
  refused_oath: 'refuses',
  extorted: 'asked',
  named: 'named',
  asked_by_officer: 'offered',
  became_broker: 'broker',
};

/** Events with two outcomes: the one whose probability the entry has, what it is called, and its contrary. */
function twoWays(event: string): [outcome: string, does: ChanceName, contrary: ChanceName] | null {
  switch (event) {
    case 'caught':
      return ['', 'settled', 'notSettled'];
    case 'signed_oath':
      return ['', 'refuses', 'signs'];
    case 'witnessed':
      return ['reported', 'reported', 'notReported'];
    case 'detected':
      return ['raided', 'raided', 'notRaided'];
    case 'sought_dead_phone':
      return ['found one', 'found', 'notFound'];
    case 'ransomed':
      return ['let go', 'letGo', 'notLetGo'];
    default:
      return null;
  }
}

/** What a title says of the days after its key: where that is left out, the title is untrue. */
const named: Partial<Record<StoryKind, string>> = { dead: 'called', real: 'bought', signed: 'called' };

function namedAfter(kind: StoryKind, entries: DiaryEntry[], key: DiaryEntry | undefined): DiaryEntry | undefined {
  return key && entries.slice(entries.indexOf(key) + 1).find(({ event }) => event === named[kind]);
}

function titleOf(kind: StoryKind, entries: DiaryEntry[], at: DiaryEntry | undefined, hasCampaign: boolean): string {
  const words = texts.story.titles;
  const next = namedAfter(kind, entries, at);
  const gap = next && at ? next.day - at.day : null;
  const later = (days: number | null, said: (slots: { days: string }) => string, never: string) =>
    days === null ? never : said({ days: daysText(days) });
  switch (kind) {
    case 'dead':
      return later(gap, words.dead, words.deadOnly);
    case 'real':
      return later(gap, words.real, words.realOnly);
    case 'lost':
      if (at?.outcome === 'cannot be met') return words.lostClosed;
      return at?.event === 'served' ? words.lost : words.quiet;
    case 'witness':
      return at?.outcome === 'reported' ? words.reported : words.notReported;
    case 'arrested':
      return at?.event === 'promise_broken' ? words.broken : words.arrested;
    case 'signed':
      return later(gap, words.signed, words.signedOnly);
    case 'nothing':
      return hasCampaign ? words.nothing : words.nothingCalm;
  }
}

function daysText(days: number): string {
  const { sameDay, oneDay, days: many } = texts.story.later;
  if (days === 0) return sameDay;
  return days === 1 ? oneDay : many({ days });
}

/** What the officer did with a dead phone that was handed in. */
function visitOf(entry: DiaryEntry, all: DiaryEntry[]): DiaryEntry | null {
  if (entry.event !== 'considered') return null;
  return all.find(({ event, day, member }) => event === 'refused_decoy' && day === entry.day && member === entry.member) ?? null;
}

export function tell(
  diary: DiaryEntry[],
  kind: StoryKind,
  role: string,
  window: Window,
  { hasCampaign = true } = {},
): Story {
  const from = Math.max(0, window.first - 40);
  const told = diary.filter(({ day }) => day >= from);
  const isKey = keyEvent(kind);
  const within = told.filter(({ day }) => day >= window.first);
  const served = kind === 'lost' ? within.find((one) => one.event === 'served' && isKey(one)) : undefined;
  const counted = kind === 'dead' ? within.find((one) => isKey(one) && visitOf(one, told)?.outcome === 'accepted') : undefined;
  const keyEntry = served ?? counted ?? within.find(isKey) ?? told.find(isKey);
  const mine = keyEntry
    ? told.filter(({ member, event }) => member === keyEntry.member || event === 'served')
    : told;
  const again = keyEntry && mine.find(({ event, day }) => event === 'called' && day > keyEntry.day);
  const changed = changes(mine, diary.filter(({ day }) => day < from)).filter(({ event, outcome, day }) => {
    if (event === 'called') return false;
    const decides = event === 'reviewed' && outcome === 'calling';
    return !(decides && again && keyEntry && day > keyEntry.day && day <= again.day);
  });
  if (again) changed.push(again);
  if (keyEntry && !changed.includes(keyEntry)) changed.push(keyEntry);
  changed.sort((a, b) => a.day - b.day);
  const who = texts.story.who[role] ?? texts.story.who.resident ?? '';
  const chapters = chosen(changed, keyEntry, namedAfter(kind, changed, keyEntry)).map((entry): Chapter => {
    const decided = visitOf(entry, told);
    return {
      day: entry.day,
      sentence: sentenceOf(entry, who, decided ? decided.outcome === 'accepted' : null),
      chance: chanceOf(entry, decided?.outcome === 'accepted' ? (decided.probability ?? null) : null),
      entry,
      key: entry === keyEntry,
    };
  });
  const key = Math.max(0, chapters.findIndex((one) => one.key));
  return { title: titleOf(kind, changed, keyEntry, hasCampaign), chapters, key };
}
