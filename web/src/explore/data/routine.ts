// A household's diary without the entries that only say once more what was so the day before.
import type { DiaryEntry } from '../model/wire';

/** Days without an officer after which being followed is news again. */
const newsAfter = 7;

interface Before {
  outcome: string;
  day: number;
}

/** A call; a review after which nothing is otherwise; one more day of being followed or not caught. */
function isRoutine({ event, outcome, day }: DiaryEntry, before: Before | undefined): boolean {
  if (event === 'called') return true;
  if (event === 'reviewed') return outcome === 'as before' || outcome === before?.outcome;
  if (event === 'followed') return before !== undefined && day - before.day <= newsAfter;
  return event === 'caught_by_officer' && outcome === 'not caught';
}

export function withoutRoutine(entries: DiaryEntry[]): DiaryEntry[] {
  const last = new Map<string, Before>();
  return entries.filter((entry) => {
    const key = `${entry.member} ${entry.event}`;
    const dull = isRoutine(entry, last.get(key));
    if (entry.outcome !== 'as before') last.set(key, entry);
    return !dull;
  });
}
