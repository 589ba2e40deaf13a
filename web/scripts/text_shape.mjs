// Writes src/text/shape.ts: the type of the table of texts, from the English one. A text with slots becomes a
// function of them, so that a slot which is forgotten or made up does not compile.
// Run it in web/, as `npm run texts`.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = '../texts/en/';
const target = 'src/text/shape.ts';

/** Tables whose keys come with the results or the model. */
const open = new Set([
  'units', 'headlines', 'patterns.roles', 'patterns.grades', 'patterns.verdictMarks', 'patterns.verdicts', 'facts.cityNames', 'sweep.methods',
  'sensitivity.standings', 'sensitivity.scales', 'diary.inputs', 'diary.sentences', 'explore.parameters.groups',
  'explore.parameters.grades', 'explore.rules.names', 'explore.rules.choices', 'explore.events',
  'explore.calendar.fields', 'story.who', 'story.ward', 'first.unknowns', 'scenarioNames',
  'story.sentences', 'reportFirst.subs', 'reportFirst.compare.rows', 'explore.calendar.forgiveness', 'explore.why.roles', 'glossary.words', 'glossary.notes', 'scenarios.titles', 'scenarios.questions', 'reported',
  'reportFirst.doubt.outcomes', 'ledger.labels', 'ledger.index', 'ledger.statements', 'ledger.questions',
]);

/** Texts of the command line alone, which the page does not carry. */
const elsewhere = new Set(['terminal.json', 'commands.json']);

const slot = /\{([A-Za-z][A-Za-z0-9_]*)(?:[:#][^{}]+)?\}/g;

function typeOf(node, path, indent) {
  if (Array.isArray(node)) return 'string[]';
  if (typeof node === 'string') {
    const names = [...new Set([...node.matchAll(slot)].map((found) => found[1]))];
    return names.length === 0 ? 'string' : `(slots: { ${names.map((name) => `${name}: Slot`).join('; ')} }) => string`;
  }
  if (open.has(path)) return 'Record<string, string>';
  const inner = `${indent}  `;
  const lines = Object.entries(node).map(([key, value]) => {
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
    return `${inner}${name}: ${typeOf(value, path ? `${path}.${key}` : key, inner)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

export function shape() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !elsewhere.has(name)).sort();
  const all = Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(folder + name, 'utf8'))));
  return `// Made by scripts/text_shape.mjs from texts/en. Do not edit.
import type { Slot } from './fill';

export interface Texts ${typeOf(all, '', '')}
`;
}

if (process.argv[1]?.endsWith('text_shape.mjs')) writeFileSync(target, shape());
