// The parts of the page, in order. A part that has nothing to show is left out.
import { hasModel } from '../explore/model/module';
import { ExploreSection } from '../explore/section';
import { texts } from '../text';
import { texts as exploreTexts } from '../text/explore';
import { About } from './about';
import { Answer } from './answer';
import { CalibrationPart } from './calibration';
import { Differences } from './differences';
import { EnoughRuns } from './enough';
import { Fans } from './fans';
import { Judged } from './judged';
import { Patterns } from './patterns';
import type { SectionEntry } from './section';
import { SweepPart } from './sweep';
import { Sensitivities } from './sensitivity';

const always = () => true;

export const sections: SectionEntry[] = [
  { id: 'answer', words: titles('answer'), present: always, Body: Answer },
  {
    id: 'sweep',
    words: titles('sweep'),
    present: ({ sweep }) => (sweep?.points ?? []).length > 0,
    Body: SweepPart,
  },
  { id: 'days', words: titles('fans'), present: ({ figures }) => figures.length > 0, Body: Fans },
  {
    id: 'differences',
    words: titles('differences'),
    present: ({ differences }) => (differences ?? []).length > 0,
    Body: Differences,
  },
  {
    id: 'judged',
    words: titles('judged'),
    present: ({ conclusions }) => (conclusions?.conclusions ?? []).length > 0,
    Body: Judged,
  },
  {
    id: 'patterns',
    words: titles('patterns'),
    present: ({ patterns }) => (patterns ?? []).length > 0,
    Body: Patterns,
  },
  {
    id: 'enough',
    words: titles('enough'),
    present: ({ enough }) => enough.length > 0,
    Body: EnoughRuns,
  },
  {
    id: 'sensitivity',
    words: titles('sensitivity'),
    present: ({ sensitivity }) => sensitivity !== null,
    Body: Sensitivities,
  },
  {
    id: 'calibration',
    words: titles('calibration'),
    present: ({ calibration }) => (calibration?.parameters ?? []).length > 0,
    Body: CalibrationPart,
  },
  {
    id: 'explore',
    words: () => exploreTexts,
    present: hasModel,
    Body: ExploreSection,
  },
  { id: 'about', words: titles('about'), present: always, Body: About },
];

/** Read when they are shown, since the language may have been switched. */
function titles(key: 'answer' | 'fans' | 'differences' | 'patterns' | 'enough' | 'sensitivity' | 'sweep' | 'calibration' | 'judged' | 'about') {
  return () => texts[key];
}
