// What the command asked whose plays the results are, where a report cannot answer it by its plays alone.
import type { Pattern, Report } from './types';

export interface Checked {
  patterns: Pattern[];
  /** Rival rules were played, too; the page judges the scenarios as they stand. */
  isRival: boolean;
}

const asked = /^tumen (?:--lang \S+ )?(\S+) ?(.*)$/s;

/** What was typed behind the name of a command; null where it was another one. */
function wordsOf({ command }: Report['provenance'], name: string): string[] | null {
  const [, typed, words = ''] = asked.exec(command) ?? [];
  return typed === name ? words.split(' ') : null;
}

/** Plays that `tumen given` weighs by what was heard: the report has them as they were before. */
export function isBeforeHeard({ provenance }: Pick<Report, 'provenance'>): boolean {
  return wordsOf(provenance, 'given') !== null;
}

/** The patterns that `tumen check` judged, told apart from those that its plays could show besides; null where the results are of another command. */
export function checkedOf({ patterns, provenance }: Pick<Report, 'patterns' | 'provenance'>): Checked | null {
  const words = wordsOf(provenance, 'check');
  if (words === null) return null;
  const about = (patterns ?? []).filter(({ scenario }) => words.includes(scenario));
  const judged = about.length > 0 ? about : (patterns ?? []);
  return judged.length > 0 ? { patterns: judged, isRival: words.includes('--rivals') } : null;
}
