// Dots that have been played already: of settings that were shown before, and of those that a control is moved to next.
// A dot is two numbers, so that many settings cost next to nothing: 4.4 kB each.
import type { Spec } from '../explore/model/wire';
import { full } from './spread';

export interface Dot {
  /** Not a number where the play has no value. */
  value: number;
  signed: number | null;
}

/** The oldest is forgotten. */
const mostSettings = 64;

interface Played {
  values: Float64Array;
  signed: Float64Array;
  there: Uint8Array;
}

export class Dots {
  private readonly bySetting = new Map<string, Played>();

  /** `at` counts plays from 0; later ones than an answer has are not kept. */
  add(setting: string, at: number, { value, signed }: Dot): void {
    if (at >= full) return;
    const played = this.renew(setting);
    played.values[at] = value;
    played.signed[at] = signed ?? Number.NaN;
    played.there[at] = 1;
  }

  of(setting: string, at: number): Dot | undefined {
    const played = this.bySetting.get(setting);
    if (!played?.there[at]) return undefined;
    const signed = played.signed[at] ?? Number.NaN;
    return { value: played.values[at] ?? Number.NaN, signed: Number.isNaN(signed) ? null : signed };
  }

  private renew(setting: string): Played {
    const played = this.bySetting.get(setting) ?? {
      values: new Float64Array(full),
      signed: new Float64Array(full),
      there: new Uint8Array(full),
    };
    this.bySetting.delete(setting);
    this.bySetting.set(setting, played);
    if (this.bySetting.size > mostSettings) this.bySetting.delete([...this.bySetting.keys()][0] ?? '');
    return played;
  }
}

/** What makes a dot what it is: all that is set, and how its play is read. */
export function settingKey({ spec, seed, known }: { spec: Spec; seed: string; known: Record<string, number> }, kind: string, residents: number): string {
  const fixed = Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([spec, seed, fixed, kind, residents]);
}
