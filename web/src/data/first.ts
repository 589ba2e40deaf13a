// What a report opens with, and how its rows are read.
import type { Doubt, Spread } from '../doubt/spread';
import type { FirstRow, FirstScreen, FirstSpread } from './first_screen';
import type { Report } from './types';
import { type Estimate, ofHeadline, ofRatio } from './estimate';
import type { Value } from './value';

const orNone = (value: Value | undefined, none: number) => value ?? none;

export function spreadFrom(one: FirstSpread): Spread {
  return {
    lo: orNone(one.lo, Infinity),
    middle: orNone(one.middle, Infinity),
    hi: orNone(one.hi, Infinity),
    dots: one.dots.map((dot) => orNone(dot, Infinity)),
    plays: one.plays,
  };
}

/** Where plays differ by luck alone their range is the inner bar, and there is no outer one. */
export function doubtOf(row: Pick<FirstRow, 'spread' | 'luck'>, drawn: FirstScreen['drawn']): Doubt {
  const spread = spreadFrom(row.spread);
  if (drawn === 'luck') return { all: null, luck: { lo: spread.lo, hi: spread.hi } };
  const { luck } = row;
  const known = luck && luck.lo !== null && luck.hi !== null;
  return { all: spread, luck: known ? { lo: luck.lo as number, hi: luck.hi as number } : null };
}

function rowOf(row: FirstRow['row'], one: Estimate, plays: number, times = 1): FirstRow {
  const scaled = (value: Value) => (value === null ? null : times * value);
  const spread = { lo: scaled(one.low), middle: scaled(one.middle), hi: scaled(one.high), dots: [], plays };
  return { row, id: one.id, unit: one.unit, spread };
}

const perHundred = 100;

/** From results that hold ranges of luck and no plays: the same rows, without dots. */
function fromEstimates({ official, changed, ratio, replicates, drawn_from }: Report): FirstScreen | null {
  const count = official.find(({ id }) => id === 'handed_in' || id === 'signed');
  const stopped = changed.find(({ id }) => id === 'stopped_calling');
  if (!count || !stopped || !ratio || ratio.value === null || ratio.low === null) return null;
  if (drawn_from || replicates < 2) return null;
  const rows = [rowOf('official', ofHeadline(count), replicates), rowOf('changed', ofHeadline(stopped), replicates), rowOf('gap', ofRatio(ratio), replicates, perHundred)];
  return { drawn: 'luck', plays: replicates, failed: 0, rows, gapOf: 'means', others: [] };
}

/** What the report opens with: nothing where it is about many points or a comparison that holds no plays. */
export function firstOf(report: Report): FirstScreen | null {
  const { first, differences, sweep, sensitivity, calibration } = report;
  if (first) return first.rows.length > 0 ? first : null;
  if ((differences ?? []).length > 0 || sweep || sensitivity || calibration) return null;
  return fromEstimates(report);
}
