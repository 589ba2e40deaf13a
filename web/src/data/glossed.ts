// Where a text has words of the glossary.

export interface GlossedPart {
  text: string;
  /** Of the word; nothing for what lies between. */
  id?: string;
}

interface Found {
  id: string;
  from: number;
  to: number;
}

const letter = /[A-Za-z]/;

/** The first place of a word that stands alone: Korean words take their particles, English ones do not. */
function firstOf(text: string, id: string, pattern: string): Found | null {
  for (const found of text.matchAll(new RegExp(pattern, 'gi'))) {
    const from = found.index ?? 0;
    const to = from + found[0].length;
    const alone = !letter.test(text[from - 1] ?? '') && !letter.test(text[to] ?? '');
    if (alone) return { id, from, to };
  }
  return null;
}

/** Each word once, in the order of the text; of two that overlap the longer one. */
export function glossed(text: string, words: Record<string, string>): GlossedPart[] {
  const found = Object.entries(words).flatMap(([id, pattern]) => firstOf(text, id, pattern) ?? []);
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: GlossedPart[] = [];
  let at = 0;
  for (const { id, from, to } of found) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), id });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
