// A name that has less room than it needs: in lines between words, the last one cut where it is still too long.
import { textWidth } from './svg';

/** As many letters as there is room for, with dots in place of the rest. */
function cut(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('').trimEnd()}\u2026`, size) > room) letters.pop();
  return `${letters.join('').trimEnd()}\u2026`;
}

export function wrapped(text: string, size: number, room: number, lines: number): string {
  const made: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && made.length < lines - 1) {
    let taken = 1;
    while (taken < rest.length && textWidth(rest.slice(0, taken + 1).join(' '), size) <= room) taken += 1;
    made.push(cut(rest.slice(0, taken).join(' '), size, room));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) made.push(cut(rest.join(' '), size, room));
  return made.join('\n');
}
