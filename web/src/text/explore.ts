// The words of the explorer, in the language of the page.
import { fill } from './fill';
import { texts as all } from './table';

export const texts = all.explore;

const diary = all.diary;

/** The sentence of an event, the one for its outcome where there is one. */
function sentenceOf(event: string, outcome: string): string | ((slots: Record<string, string>) => string) | undefined {
  const known = diary.sentences as unknown as Record<string, string>;
  return known[`${event}.${outcome}`] ?? known[event];
}

export const diaryTexts = {
  who: (member: number): string =>
    member === 0 ? diary.first : diary.adult({ number: member + 1 }),
  sentence: (event: string, who: string, outcome: string): string => {
    const found = sentenceOf(event, outcome);
    if (found === undefined) return diary.unknown({ event, outcome });
    const whom = who.charAt(0).toLowerCase() + who.slice(1);
    return typeof found === 'string' ? fill(found, {}) : found({ who, whom, outcome });
  },
  input: (name: string): string => diary.inputs[name] ?? name.replace(/_/g, ' '),
};
