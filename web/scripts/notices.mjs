// What the authors of the libraries in the page ask to be kept with it, as a comment at its end. Who they
// are stands once, in packaging/copyright, of which the page takes the paragraphs "Files: page/...".
// Run from web/, as the build and the tests are.
import { readFileSync } from 'node:fs';

const table = '../packaging/copyright';

/** Paragraphs of a Debian copyright file: [{Files, Copyright, License, text}]. */
function paragraphs(text) {
  return text.trim().split(/\n\s*\n/).map((paragraph) => {
    const fields = {};
    let last = '';
    for (const line of paragraph.split('\n')) {
      const field = /^([A-Za-z-]+): *(.*)$/.exec(line);
      if (field) fields[(last = field[1])] = field[2];
      else fields[last] += `\n${line.trim() === '.' ? '' : line.trim()}`;
    }
    return fields;
  });
}

/** The notices as plain text: whose each library is, and under which words it may be passed on. */
export function pageNotices(text = readFileSync(table, 'utf8')) {
  const all = paragraphs(text);
  const own = all.filter((one) => one.Files?.startsWith('page/'));
  if (own.length === 0) throw new Error('packaging/copyright names no library of the page');
  const names = new Set(own.map((one) => one.License.split('\n')[0]));
  const licences = all.filter((one) => !one.Files && one.License && names.has(one.License.split('\n')[0]));
  return [
    'This page holds these libraries:',
    ...own.map((one) => `${one.Files.replaceAll('page/', '')}: Copyright ${one.Copyright}; licence: ${one.License}`),
    ...licences.map((one) => `Licence ${one.License}`),
  ].join('\n\n');
}

/** A comment ends at the first "--". */
export function noticesComment(text = pageNotices()) {
  if (text.includes('--')) throw new Error('the notices hold what ends a comment');
  return `<!--\n${text}\n-->`;
}
