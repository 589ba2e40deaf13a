// A range in words. An end that does not exist is said so, never left out.
import { plainNumber } from '../data/numbers';
import { texts } from '../text';
import { endText } from './spread';

/** People and phones come whole; a few of them with one decimal. */
export function whole(value: number): string {
  if (!Number.isFinite(value)) return '\u221e';
  return plainNumber(Math.abs(value) < 10 ? Math.round(10 * value) / 10 : Math.round(value));
}

export function rangeText(lo: number, hi: number, plays: number): string {
  const written = (value: number) => endText(value, plays, whole);
  if (!Number.isFinite(hi)) return texts.range.orMore({ lo: written(lo) });
  return texts.range.of({ lo: written(lo), hi: written(hi) });
}
