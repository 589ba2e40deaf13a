// Shares as whole numbers of a hundred, so that the parts of one whole come to 100 (as measures/numbers/hundred.cpp).
import type { Value } from './value';

/** What a sum of shares may be off by. */
const tie = 1e-9;

const rounded = (part: number) => Math.floor(part + 0.5 + tie);

/** A share and what it leaves of the whole add up to 100. What is neither none nor all is 1 to 99. */
export function ofHundred(share: Value): number {
  const part = 100 * (share ?? 0);
  if (part < 50) return 100 - ofHundred(1 - (share ?? 0));
  return part < 100 ? Math.min(rounded(part), 99) : rounded(part);
}

/** A chance in a hundred: whole, but for one that rounds to none or to all, of whose way from there one digit is left. */
export function chanceOfHundred(share: number): number {
  const part = 100 * share;
  if (part > 50) return Number((100 - chanceOfHundred(1 - share)).toPrecision(12));
  return part > 0 && part < 1 ? Number(part.toPrecision(1)) : Math.round(part);
}

/** The parts of one whole by their largest remainders; of equal ones the first gains. */
export function partsOfHundred(shares: Value[]): number[] {
  const all = shares.map((share) => 100 * (share ?? 0));
  if (Math.abs(all.reduce((sum, part) => sum + part, 0) - 100) > 100 * tie) return shares.map(ofHundred);
  const parts = all.map((part) => Math.floor(part + tie));
  const left = all.map((part, at) => part - (parts[at] ?? 0));
  for (let missing = 100 - parts.reduce((sum, part) => sum + part, 0); missing > 0; missing -= 1) {
    const most = left.reduce((best, one, at) => (one > (left[best] ?? 0) + tie ? at : best), 0);
    parts[most] = (parts[most] ?? 0) + 1;
    left[most] = -1;
  }
  return parts;
}
