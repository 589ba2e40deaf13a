// What the file is: a report of stored results, or the explorer alone.
import { namedIn, type Base } from '../explore/data/setting';
import { readReport, type Reading } from './read';

export type PageReading = Reading | { explore: Base };

const firstScenario = 'hyesan-handin';

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readPage(text: string): PageReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return readReport(text);
  }
  if (!isFields(value) || value.format !== 1 || !isFields(value.explore)) return readReport(text);
  const { scenario, toml, named } = value.explore;
  const name = typeof scenario === 'string' ? scenario : firstScenario;
  if (typeof toml !== 'string') return { explore: { name } };
  return { explore: { toml, file: name, ...namedIn(named) } };
}
