// Puts values into a text. "{name}" is the value; "{name:A/B}" is the value and a Korean particle, A after a
// consonant and B after a vowel, chosen when the value is there; "{name#one/many}" is only the word that goes with the
// value, the first where it is 1.

export type Slot = string | number;
export type Slots = Record<string, Slot>;

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const finals = 28;
const finalRieul = 8;

/** What a digit's Korean name ends in: a vowel, rieul, or another consonant. */
const digitEndings = ['other', 'rieul', 'vowel', 'other', 'vowel', 'vowel', 'other', 'rieul', 'rieul', 'vowel'];

/** How the last sound of a text ends; what is neither Hangul nor a digit has no safe rule. */
function ending(text: string): string | undefined {
  const plain = text.normalize('NFC').replace(/\([^)]*\)\s*$/, '').replace(/["'\u201c\u201d\u2018\u2019\s]+$/, '');
  const last = Array.from(plain).pop() ?? '';
  const code = last.charCodeAt(0);
  if (code >= firstSyllable && code <= lastSyllable) {
    const final = (code - firstSyllable) % finals;
    if (final === 0) return 'vowel';
    return final === finalRieul ? 'rieul' : 'other';
  }
  if (last === '%') return 'vowel';
  return /\d/.test(last) ? digitEndings[Number(last)] : undefined;
}

/** "\uc744/\ub97c": the form after a consonant, then the one after a vowel; "\uc73c\ub85c/\ub85c" takes the second after rieul too. */
export function particle(text: string, pair: string): string {
  const [consonant = '', vowel = ''] = pair.split('/');
  const end = ending(text);
  if (end === undefined) return `${consonant}(${vowel})`;
  if (end === 'vowel') return vowel;
  return end === 'rieul' && vowel === '\ub85c' ? vowel : consonant;
}

const slot = /\{([A-Za-z][A-Za-z0-9_]*)(?:([:#])([^{}]+))?\}/g;

export function slotsOf(text: string): string[] {
  return [...new Set([...text.matchAll(slot)].map((found) => found[1] ?? ''))];
}

export function fill(text: string, slots: Slots): string {
  return text.replace(slot, (_, name: string, sign?: string, pair = '') => {
    const value = slots[name];
    if (value === undefined) throw new Error(`the text "${text}" lacks its {${name}}`);
    if (sign === '#') return pair.split('/')[String(value) === '1' ? 0 : 1] ?? '';
    return sign === undefined ? String(value) : `${value}${particle(String(value), pair)}`;
  });
}
