// The answer that plays come to, while they come in: below 64 of them no range.
import type { AnswerKind } from './answer_kind';
import { early, full, luckAbout, spreadOf, type Doubt } from './spread';

export interface Answer {
  kind: AnswerKind;
  /** One value a play, in the order of plays, without those that failed. */
  values: number[];
  luck: number[];
  doubt: Doubt;
  failed: number;
  /** The oaths signed in the middle play, where oaths are collected. */
  signed: number | null;
  state: 'nothing' | 'early' | 'bar' | 'done';
  /** The answer of the setting before. */
  before: { lo: number; hi: number } | null;
}

export interface Gathered {
  values: (number | null | undefined)[];
  luck: (number | null | undefined)[];
  signed: (number | null)[];
}

/** The plays from the first without a gap, so that the picture does not depend on which worker was quick. */
function prefix(values: (number | null | undefined)[]): { known: number[]; failed: number } {
  const gap = values.findIndex((one) => one === undefined);
  const there = gap < 0 ? values : values.slice(0, gap);
  const known = there.filter((one): one is number => typeof one === 'number' && !Number.isNaN(one));
  return { known, failed: there.length - known.length };
}

export function answerOf(kind: AnswerKind, gathered: Gathered, before: Answer['before']): Answer {
  const { known: values, failed } = prefix(gathered.values);
  const { known: luck } = prefix(gathered.luck);
  const played = values.length + failed;
  const bar = values.length >= early;
  const all = bar ? spreadOf(values) : null;
  const doubt: Doubt = { all, luck: all && luck.length >= early ? luckAbout(all.middle, luck) : null };
  const state = played === 0 ? 'nothing' : !bar ? 'early' : played >= full ? 'done' : 'bar';
  const signed = gathered.signed.filter((one): one is number => one !== null).sort((a, b) => a - b);
  return { kind, values, luck, doubt, failed, before, state, signed: signed[Math.floor(signed.length / 2)] ?? null };
}
