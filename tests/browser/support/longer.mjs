// The page with every text 30 % longer, as another language may be: each literal of the built script that is a text of
// the table grows by words of its own, its slots untouched.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../../texts/', import.meta.url);

function leaves(node) {
  if (typeof node === 'string') return [node];
  return Object.values(node).flatMap(leaves);
}

/** A third more letters: words after a sentence, letters after a single word. */
export function longer(text) {
  const letters = text.replace(/\{[^}]*\}/g, '').length;
  const more = Math.ceil(0.3 * letters);
  if (!/\s/.test(text.trim())) return text + 'n'.repeat(more);
  const words = 'more words as long as others are'.split(' ');
  let added = '';
  for (let at = 0; added.length < more; at += 1) added += ` ${words[at % words.length]}`;
  return text.replace(/([.:?]*)$/, `${added}$1`);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `html` with the texts of these files, and how many of them were found in it. */
export function withLongerTexts(html, files) {
  const names = readdirSync(new URL('en/', folder)).filter((name) => files.includes(name.replace('.json', '')));
  const all = [...new Set(names.flatMap((name) => leaves(JSON.parse(readFileSync(new URL(`en/${name}`, folder), 'utf8')))))];
  const texts = all.filter((text) => text.replace(/\{[^}]*\}/g, '').trim().length > 3);
  let found = 0;
  let made = html;
  for (const text of texts) {
    // A text with quotes or signs that a script writes in several ways is left as it is.
    if (/["'`\\\u00a0\n]/.test(text)) continue;
    const literal = new RegExp(`(:\\s*)(["'\`])${escaped(text)}\\2`, 'g');
    const next = made.replace(literal, (_, before, quote) => `${before}${quote}${longer(text)}${quote}`);
    if (next !== made) found += 1;
    made = next;
  }
  return { html: made, found, all: texts.length };
}
