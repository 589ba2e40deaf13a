// Names of files to save: what a scenario calls itself may hold anything, a file name may not.

export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60).replace(/-+$/, '') || 'untitled';
}

export function fileName(parts: string[], ending: string): string {
  return `${['tumen', ...parts.filter(Boolean)].map(slug).join('-')}.${ending}`;
}

/** Marks that change the direction of the text around them, and control characters. */
const disturbing =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line for places that cannot isolate direction: figure labels and the window's title. */
export function oneLine(text: string, length: number): string {
  const plain = text.replace(disturbing, '').replace(/\s+/g, ' ').trim();
  const signs = Array.from(plain);
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}\u2026` : plain;
}
