// A paired difference in words. Its numbers stand beside the words, so no number is said again.
import { texts } from '../text';
import type { Difference } from './types';

const words = texts.differences;

/** Pairing gains nothing where the differences vary as much as those of runs with separate luck would. */
function luckHelps({ correlation, variance_reduction }: Difference): boolean {
  return correlation === null || variance_reduction === null || variance_reduction > 1;
}

/** Of plays that draw, words of their own stand there, which say how many of them agree. */
export function isCertain({ sign }: Pick<Difference, 'sign'>): boolean {
  return sign === 'certainly higher' || sign === 'certainly lower';
}

function comparison({ mean, lo, hi, sign, other }: Difference, base: string): string {
  if (mean === null || lo === null || hi === null) return texts.notDefined;
  if (sign === 'no difference') return words.same;
  if (!isCertain({ sign })) return words.open;
  return mean > 0 ? words.higher({ other, base }) : words.lower({ other, base });
}

export function inWords(one: Difference, base: string): string {
  const said = comparison(one, base);
  return luckHelps(one) ? said : `${said} ${words.noHelp}`;
}
