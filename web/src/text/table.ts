// The table of texts, one folder a language under texts/, and the language that is shown now. `texts` is read
// anew at each use, so that a page in which the language is switched says everything in the new one.
import enDiary from '../../../texts/en/diary.json';
import enExplore from '../../../texts/en/explore.json';
import enFirst from '../../../texts/en/first.json';
import enGlossary from '../../../texts/en/glossary.json';
import enLedger from '../../../texts/en/ledger.json';
import enPage from '../../../texts/en/page.json';
import enProgram from '../../../texts/en/program.json';
import enReported from '../../../texts/en/reported.json';
import enReportFirst from '../../../texts/en/report_first.json';
import enResults from '../../../texts/en/results.json';
import enScenarios from '../../../texts/en/scenarios.json';
import enStory from '../../../texts/en/story.json';
import enStudies from '../../../texts/en/studies.json';
import koDiary from '../../../texts/ko/diary.json';
import koExplore from '../../../texts/ko/explore.json';
import koFirst from '../../../texts/ko/first.json';
import koGlossary from '../../../texts/ko/glossary.json';
import koLedger from '../../../texts/ko/ledger.json';
import koPage from '../../../texts/ko/page.json';
import koProgram from '../../../texts/ko/program.json';
import koReported from '../../../texts/ko/reported.json';
import koReportFirst from '../../../texts/ko/report_first.json';
import koResults from '../../../texts/ko/results.json';
import koScenarios from '../../../texts/ko/scenarios.json';
import koStory from '../../../texts/ko/story.json';
import koStudies from '../../../texts/ko/studies.json';
import { fill, slotsOf, type Slots } from './fill';
import type { Texts } from './shape';

export type Language = 'en' | 'ko';
type Node = string | string[] | Tree;
export interface Tree {
  [key: string]: Node;
}

export const tables: Record<Language, Tree> = {
  en: { ...enPage, ...enResults, ...enStudies, ...enExplore, ...enDiary, ...enFirst, ...enStory, ...enReportFirst, ...enProgram, ...enScenarios, ...enReported, ...enGlossary, ...enLedger },
  ko: { ...koPage, ...koResults, ...koStudies, ...koExplore, ...koDiary, ...koFirst, ...koStory, ...koReportFirst, ...koProgram, ...koScenarios, ...koReported, ...koGlossary, ...koLedger },
};

let shown: Language = 'en';

export function language(): Language {
  return shown;
}

let tell: () => void = () => undefined;

/** The one who draws the page again when the language is switched. */
export function onSwitch(listener: () => void): void {
  tell = listener;
}

export function setLanguage(next: Language): void {
  if (next === shown) return;
  shown = next;
  tell();
}

function isTree(node: Node | undefined): node is Tree {
  return typeof node === 'object' && !Array.isArray(node);
}

function lookup(path: string[]): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, key) => (isTree(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    tables[shown],
  );
}

/** A part of the table: its texts as they are in the language shown; those with slots as functions. */
function part(path: string[]): object {
  const parts = new Map<string, object>();
  return new Proxy(
    {},
    {
      get: (_, key) => {
        if (typeof key !== 'string') return undefined;
        const node = lookup([...path, key]);
        if (isTree(node)) {
          const known = parts.get(key) ?? part([...path, key]);
          parts.set(key, known);
          return known;
        }
        if (typeof node !== 'string' || slotsOf(node).length === 0) return node;
        return (slots: Slots) => fill(node, slots);
      },
      has: (_, key) => typeof key === 'string' && lookup([...path, key]) !== undefined,
      ownKeys: () => Object.keys((lookup(path) as Tree | undefined) ?? {}),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
}

export const texts = part([]) as Texts;
