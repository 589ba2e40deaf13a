// What stands beside a paired difference: its numbers and the program's words say the rest.
import { texts } from '../text';
import type { AnyDifference } from './types';

const words = texts.differences;

/** Pairing gains nothing where the differences vary as much as those of runs with separate luck would. */
function luckHelps({ correlation, variance_reduction }: AnyDifference): boolean {
  return correlation === null || variance_reduction === null || variance_reduction > 1;
}

/** The words say in how many plays it is so: "lower on average, and in 97 of 100 plays". */
export function isTold({ told }: Pick<AnyDifference, 'told'>): boolean {
  return /^(higher|lower) /.test(told);
}

/** Empty where it helps. */
export function helpOfLuck(one: AnyDifference): string {
  return luckHelps(one) ? '' : words.noHelp;
}
