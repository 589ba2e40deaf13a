// The answer in words and as a drawing, whatever its state: nothing yet, early, a range.
import { plainNumber } from '../data/numbers';
import type { ModelDescription } from '../explore/model/wire';
import { texts } from '../text';
import { told } from '../text/program';
import { oneEach, type AnswerKind } from './answer_kind';
import { axisLeast, axisMost, axisTicks, type RangeBar } from './range_bar';
import { rangeText, whole } from './range_text';
import { early, full } from './spread';
import type { Answer } from './answer';

const words = texts.first.answer;
const none = texts.reportFirst.split;

export function labelOf(kind: AnswerKind): { long: string; short: string } {
  switch (kind) {
    case 'gap':
      return { long: words.gap, short: words.gapShort };
    case 'stopped':
      return { long: words.stopped, short: words.stoppedShort };
    case 'level':
      return { long: words.level, short: words.levelShort };
  }
}

export function unitOf(kind: AnswerKind, range: string): string {
  if (kind === 'gap') return words.gapUnit({ range });
  return kind === 'stopped' ? words.stoppedUnit({ range }) : words.levelUnit({ range });
}

/** "16 to 74 phones", "no range yet", "...". */
export function numberOf({ kind, state, doubt }: Answer): string {
  if (state === 'nothing') return words.nothingYet;
  if (!doubt.all) return state === 'done' ? words.noRange : words.early;
  const { lo, hi, plays } = doubt.all;
  const range = kind === 'stopped' ? rangeText(Math.round(lo), Math.round(hi), plays) : rangeText(lo, hi, plays);
  return unitOf(kind, range);
}

export function noteOf({ state, values, failed, without, doubt, before }: Answer): string {
  const played = values.length + failed + without;
  if (state === 'nothing') return words.playing;
  if (state === 'done' && !doubt.all) return words.tooFew({ n: values.length, all: early });
  if (!doubt.all) {
    const slots = { done: played, all: early };
    return before ? words.earlyBefore(slots) : words.earlyNote(slots);
  }
  const plays = plainNumber(doubt.all.plays);
  if (before) return words.before({ plays, range: rangeText(before.lo, before.hi, before.plays) });
  if (!doubt.luck) return words.done({ plays });
  return words.doneLuck({ plays, lo: whole(doubt.luck.lo), hi: whole(doubt.luck.hi) });
}

/** The range by the second reading of the reports, or why there is none; nothing where there is no such reading. */
export function secondText({ kind, second, doubt }: Answer, { draws }: Pick<ModelDescription, 'draws'>): string {
  if (!second || !doubt.all) return '';
  const how = told(draws.second[0]?.how ?? '');
  if (second.state === 'refused') return none.secondRefused({ how });
  if (second.state === 'few') return none.secondFew({ how, plays: plainNumber(second.plays), worth: plainNumber(Math.round(second.worth)) });
  const ends = kind === 'stopped' ? [Math.round(second.lo), Math.round(second.hi)] : [second.lo, second.hi];
  const range = rangeText(ends[0] ?? second.lo, ends[1] ?? second.hi, doubt.all.plays);
  return words.second({ range, how });
}

/** What is drawn in each play, said under the range: the belief, or the prior alone and why. */
export function drawnText({ draws }: Pick<ModelDescription, 'draws'>): string {
  return draws.from === 'belief' ? words.believed({ n: plainNumber(Math.round(draws.effective)) }) : words.priorOnly({ why: told(draws.why) });
}

const mostNamed = 3;

/** What is the same in every play; nothing where nothing is. */
export function heldText(names: string[]): string {
  if (names.length === 0) return '';
  const list = names.slice(0, mostNamed).join('; ');
  return names.length > mostNamed ? words.heldMore({ list, n: plainNumber(names.length - mostNamed) }) : words.held({ list });
}

/** Why a range is of fewer plays than there are. */
export function withoutText({ without, state }: Answer): string {
  return state === 'done' && without > 0 ? words.without({ n: without, all: full }) : '';
}

export function failedText({ failed }: Answer): string {
  return failed > 0 ? words.failed({ failed, all: full }) : '';
}

export function barOf(answer: Answer): RangeBar {
  const { kind, doubt, values, before } = answer;
  const label = labelOf(kind).long;
  const ends = [
    ...(doubt.all ? [...doubt.all.dots, doubt.all.lo] : values),
    ...(before ? [before.hi, before.lo] : []),
  ];
  const reach = kind === 'gap' ? [...ends, oneEach * 1.25] : ends;
  const most = axisMost(reach);
  const least = axisLeast(reach);
  const name = doubt.all
    ? words.name({
        label,
        range: rangeText(doubt.all.lo, doubt.all.hi, doubt.all.plays),
        middle: whole(doubt.all.middle),
        luck: doubt.luck ? words.range({ lo: whole(doubt.luck.lo), hi: whole(doubt.luck.hi) }) : '...',
      })
    : words.nameEarly({ label, done: values.length });
  const capped = before && { lo: before.lo, hi: Math.min(before.hi, most) };
  return {
    doubt,
    side: kind === 'gap' ? 'gap' : 'changed',
    steady: { labelRows: kind === 'gap' ? 2 : 1 },
    least,
    most,
    ticks: axisTicks(least, most, kind === 'gap' ? [0] : [0, most]),
    ...(kind === 'gap' && { yardstick: { at: oneEach, label: words.one, shape: 'line' as const } }),
    before: capped,
    ...(!doubt.all && { plays: values.filter(Number.isFinite) }),
    name,
  };
}
