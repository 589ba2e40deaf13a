// Sentences that the program wrote into the results, in English, said in the language of the page: the English of the
// table is read as a pattern, and what stands in its slots goes into the Korean. What no pattern knows stays as it is.
import { fill, slotsOf } from './fill';
import { language, tables, type Tree } from './table';

interface Template {
  group: string;
  pattern: RegExp;
  slots: string[];
  /** Letters that are no slot: the most exact template is tried first. Amounts come last, in their own order. */
  exact: number;
  said: string;
}

const slot = /\{[A-Za-z]\w*(?::[^{}]+)?\}/;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The results have plain apostrophes and spaces, the table has typographer's. */
const plain = (text: string) => text.replace(/[\u2018\u2019]/g, "'").replace(/\u00a0/g, ' ');

function templateOf(group: string, english: string, said: string): Template {
  const parts = plain(english).split(new RegExp(slot, 'g'));
  const pattern = new RegExp(`^${parts.map(escaped).join('(.+?)')}$`, 's');
  const exact = group === 'amount' ? 0 : parts.join('').length;
  return { group, pattern, slots: slotsOf(english), exact, said };
}

function textsOf(tree: Tree | undefined, key: string): Record<string, string> {
  return (tree?.[key] ?? {}) as Record<string, string>;
}

function templates(): Template[] {
  const english = tables.en.program as Tree;
  const korean = tables.ko.program as Tree;
  const groups: [string, Record<string, string>, Record<string, string>][] = [
    ['headline', textsOf(tables.en, 'headlines'), textsOf(tables.ko, 'headlines')],
    ['reported', textsOf(tables.en, 'reported'), textsOf(tables.ko, 'reported')],
    ...['labels', 'statements', 'questions'].map((key): [string, Record<string, string>, Record<string, string>] => [
      key,
      textsOf(tables.en.ledger as Tree, key),
      textsOf(tables.ko.ledger as Tree, key),
    ]),
    ...['titles', 'questions'].map((key): [string, Record<string, string>, Record<string, string>] => [
      key,
      textsOf(tables.en.scenarios as Tree, key),
      textsOf(tables.ko.scenarios as Tree, key),
    ]),
    ...Object.keys(english).map((key): [string, Record<string, string>, Record<string, string>] => [key, textsOf(english, key), textsOf(korean, key)]),
  ];
  const all = groups.flatMap(([group, from, to]) => Object.entries(from).map(([key, text]) => templateOf(group, text, to[key] ?? text)));
  return all.sort((a, b) => b.exact - a.exact);
}

let known: Template[] | undefined;

/** What stands in slots alone: as a whole text "{lo} to {hi}" would be anything. */
const parts = new Set(['amount', 'ranks', 'sources']);

function korean(text: string, where: 'whole' | 'slot'): string {
  known ??= templates();
  const wanted = plain(text);
  for (const { group, pattern, slots, said } of known) {
    if (where === 'whole' && parts.has(group)) continue;
    const found = pattern.exec(wanted);
    if (found) return fill(said, Object.fromEntries(slots.map((name, at) => [name, korean(found[at + 1] ?? '', 'slot')])));
  }
  return text;
}

/**
 * A paragraph put together from texts that are known, of as few sentences each as can be: a slot would swallow those
 * behind it. Nothing where some sentence is in no text.
 */
function knownSentences(sentences: string[]): string | undefined {
  if (sentences.length === 0) return '';
  for (let count = 1; count <= sentences.length; count += 1) {
    const front = sentences.slice(0, count).join(' ');
    const said = korean(front, 'whole');
    if (said === front) continue;
    const rest = knownSentences(sentences.slice(count));
    if (rest !== undefined) return rest === '' ? said : `${said} ${rest}`;
  }
  return undefined;
}

/** What the program said, in the language that is shown. */
export function told(text: string): string {
  return language() === 'ko' ? (knownSentences(text.split(/(?<=\.) /)) ?? text) : text;
}
