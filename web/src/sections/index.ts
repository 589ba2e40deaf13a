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
import { Patterns } from './patterns';
import type { SectionEntry } from './section';
import { SweepPart } from './sweep';
import { Sensitivities } from './sensitivity';

const always = () => true;

export const sections: SectionEntry[] = [
  { id: 'answer', ...titles('answer'), present: always, Body: Answer },
  {
    id: 'sweep',
    ...titles('sweep'),
    present: ({ sweep }) => (sweep?.points ?? []).length > 0,
    Body: SweepPart,
  },
  { id: 'days', ...titles('fans'), present: ({ figures }) => figures.length > 0, Body: Fans },
  {
    id: 'differences',
    ...titles('differences'),
    present: ({ differences }) => (differences ?? []).length > 0,
    Body: Differences,
  },
  {
    id: 'patterns',
    ...titles('patterns'),
    present: ({ patterns }) => (patterns ?? []).length > 0,
    Body: Patterns,
  },
  {
    id: 'enough',
    ...titles('enough'),
    present: ({ enough }) => enough.length > 0,
    Body: EnoughRuns,
  },
  {
    id: 'sensitivity',
    ...titles('sensitivity'),
    present: ({ sensitivity }) => sensitivity !== null,
    Body: Sensitivities,
  },
  {
    id: 'calibration',
    ...titles('calibration'),
    present: ({ calibration }) => (calibration?.parameters ?? []).length > 0,
    Body: CalibrationPart,
  },
  {
    id: 'explore',
    nav: exploreTexts.nav,
    heading: exploreTexts.heading,
    present: hasModel,
    Body: ExploreSection,
  },
  { id: 'about', ...titles('about'), present: always, Body: About },
];

function titles(key: 'answer' | 'fans' | 'differences' | 'patterns' | 'enough' | 'sensitivity' | 'sweep' | 'calibration' | 'about') {
  return { nav: texts[key].nav, heading: texts[key].heading };
}
