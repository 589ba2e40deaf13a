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
  caught: 7,
  settled: 7,
  bought: 6,
  reviewed: 4,
  released: 6,
  extorted: 3,
  followed: 3,
  witnessed: 5,
  served: 3,
  signed_oath: 5,
  refused_oath: 6,
  noticed: 2,
  detected: 3,
  falsely_reported: 5,
  searched: 5,
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
      return ({ event, outcome }) => event === 'served' && outcome === 'no broker';
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

/** Leaves out what says once more what was so before: calls, unchanged reviews, every day of being followed. */
function changes(entries: DiaryEntry[]): DiaryEntry[] {
  const state = new Map<number, string>();
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
    if (event === 'extorted' || event === 'served' || event === 'signed_oath') {
      const first = !said.has(event + outcome);
      said.add(event + outcome);
      return first;
    }
    return event in weight && !(event === 'noticed' && outcome === 'not reported');
  });
}

/** The ones nearest to what the story is about, of the most weight, in the order of days. */
function chosen(entries: DiaryEntry[], key: DiaryEntry | undefined): DiaryEntry[] {
  if (entries.length <= mostChapters) return entries;
  const far = (one: DiaryEntry) => (key ? Math.abs(one.day - key.day) / 30 : 0);
  const worth = (one: DiaryEntry) => (one === key ? 100 : (weight[one.event] ?? 0) - far(one));
  const kept = new Set([...entries].sort((a, b) => worth(b) - worth(a)).slice(0, mostChapters));
  return entries.filter((one) => kept.has(one));
}

function sentenceOf(entry: DiaryEntry, who: string, accepted: boolean | null): string {
  const table = texts.story.sentences as Record<string, unknown>;
  const exact = `${entry.event}.${entry.outcome}${accepted === null ? '' : accepted ? '.taken' : '.refused'}`;
  const found = table[exact] ?? table[`${entry.event}.${entry.outcome}`] ?? table[entry.event];
  const whom = who.charAt(0).toLowerCase() + who.slice(1);
  const money = plainNumber(Math.round(entry.inputs.money ?? entry.inputs.bribe ?? 0));
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
  if (event === 'settled') return { of: names.settled, value: probability };
  if (event === 'caught') return { of: names.notSettled, value: 1 - probability };
  if (event === 'witnessed')
    return outcome === 'reported'
      ? { of: names.reported, value: probability }
      : { of: names.notReported, value: 1 - probability };
  if (event === 'signed_oath') return { of: names.signs, value: 1 - probability };
  if (event === 'refused_oath') return { of: names.refuses, value: probability };
  if (event === 'extorted') return { of: names.asked, value: probability };
  if (event === 'detected')
    return outcome === 'raided'
      ? { of: names.raided, value: probability }
      : { of: names.notRaided, value: 1 - probability };
  return null;
}

function titleOf(kind: StoryKind, chapters: Chapter[], key: number): string {
  const words = texts.story.titles;
  const at = chapters[key];
  const after = chapters.slice(key + 1);
  const gap = (event: string, outcome?: string) => {
    const next = after.find(
      ({ entry }) => entry.event === event && (outcome === undefined || entry.outcome === outcome),
    );
    return next && at ? next.day - at.day : null;
  };
  const later = (days: number | null, said: (slots: { days: string }) => string, never: string) =>
    days === null ? never : said({ days: daysText(days) });
  switch (kind) {
    case 'dead':
      return later(gap('reviewed', 'calling'), words.dead, words.deadOnly);
    case 'real':
      return later(gap('bought'), words.real, words.realOnly);
    case 'lost':
      return at ? words.lost : words.quiet;
    case 'witness':
      return at?.entry.outcome === 'reported' ? words.reported : words.notReported;
    case 'arrested':
      return at?.entry.event === 'promise_broken' ? words.broken : words.arrested;
    case 'signed':
      return later(gap('reviewed', 'calling'), words.signed, words.signedOnly);
    case 'nothing':
      return words.nothing;
  }
}

function daysText(days: number): string {
  const { sameDay, oneDay, days: many } = texts.story.later;
  if (days === 0) return sameDay;
  return days === 1 ? oneDay : many({ days });
}

export function tell(
  diary: DiaryEntry[],
  kind: StoryKind,
  role: string,
  window: Window,
): Story {
  const from = window.first - 40;
  const told = diary.filter(({ day }) => day >= Math.max(0, from));
  const isKey = keyEvent(kind);
  const within = told.filter(({ day }) => day >= window.first);
  const keyEntry = within.find(isKey) ?? told.find(isKey);
  const mine = keyEntry
    ? told.filter(({ member, event }) => member === keyEntry.member || event === 'served')
    : told;
  const changed = changes(mine);
  if (keyEntry && !changed.includes(keyEntry)) changed.push(keyEntry);
  changed.sort((a, b) => a.day - b.day);
  const who = texts.story.who[role] ?? texts.story.who.resident ?? '';
  const chapters = chosen(changed, keyEntry).map((entry): Chapter => {
    const visit = told.find(({ event, day, member }) =>
      event === 'refused_decoy' && day === entry.day && member === entry.member);
    const decided = entry.event === 'considered' && visit ? visit : null;
    return {
      day: entry.day,
      sentence: sentenceOf(entry, who, decided ? decided.outcome === 'accepted' : null),
      chance: chanceOf(entry, decided?.outcome === 'accepted' ? (decided.probability ?? null) : null),
      entry,
      key: entry === keyEntry,
    };
  });
  const key = Math.max(0, chapters.findIndex((one) => one.key));
  return { title: titleOf(kind, chapters, chapters.findIndex((one) => one.key)), chapters, key };
}
