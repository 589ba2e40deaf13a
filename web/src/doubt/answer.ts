// The answer that plays come to, while they come in: below 64 of them no range.
import type { HeadlineValue, ScenarioDescription, SecondWeights } from '../explore/model/wire';
import type { AnswerKind } from './answer_kind';
import { secondOf, type Second } from './second';
import { early, full, luckOfTwins, spreadOf, type Doubt, type Spread } from './spread';

export interface Answer {
  kind: AnswerKind;
  /** One value a play, in the order of plays, without those that failed. */
  values: number[];
  /** Of those played to their ends, from the first on, with those that failed (null): all that each one measured. */
  plays: (HeadlineValue[] | null)[];
  doubt: Doubt;
  /** By the second reading of the reports; null where there is none, or no range by the first. */
  second: Second | null;
  failed: number;
  /** Plays that have no such number: nobody stopped, and nothing was counted. */
  without: number;
  /** The oaths signed in the middle play, where oaths are collected. */
  signed: number | null;
  state: 'nothing' | 'early' | 'bar' | 'done';
  /** The answer of the setting before. */
  before: Pick<Spread, 'lo' | 'hi' | 'plays'> | null;
}

export interface Gathered {
  /** By play: not there yet, failed (null), without a value (NaN), or its value. */
  values: (number | null | undefined)[];
  signed: (number | null)[];
  headlines: (HeadlineValue[] | null)[];
  /** How many from the first on were played to their ends; of the others there is what a dot needs. */
  whole: number;
}

export function residentsOf({ cities }: ScenarioDescription): number {
  return cities.reduce((sum, city) => sum + city.residents, 0);
}

/** The oaths signed in a play. */
export function signedOf(headlines: HeadlineValue[] | null): number | null {
  return headlines?.find(({ id }) => id === 'signed')?.value ?? null;
}

/** The plays from the first without a gap, so that the picture does not depend on which worker was quick. */
function prefix(values: (number | null | undefined)[]): (number | null)[] {
  const gap = values.findIndex((one) => one === undefined);
  return (gap < 0 ? values : values.slice(0, gap)) as (number | null)[];
}

export function answerOf(kind: AnswerKind, gathered: Gathered, before: Answer['before'], by?: SecondWeights): Answer {
  const there = prefix(gathered.values);
  const values = there.filter((one): one is number => one !== null && !Number.isNaN(one));
  const failed = there.filter((one) => one === null).length;
  const played = there.length;
  const bar = values.length >= early;
  const all = bar ? spreadOf(values) : null;
  const doubt: Doubt = { all, luck: all && luckOfTwins(all, there) };
  const second = bar ? secondOf(there, by) : null;
  const without = played - failed - values.length;
  const state = played === 0 ? 'nothing' : played >= full ? 'done' : bar ? 'bar' : 'early';
  const signed = gathered.signed.filter((one): one is number => one !== null).sort((a, b) => a - b);
  const plays = gathered.headlines.slice(0, gathered.whole);
  return { kind, values, plays, doubt, second, failed, without, before, state, signed: signed[Math.floor(signed.length / 2)] ?? null };
}
