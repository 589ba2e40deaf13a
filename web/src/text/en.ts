// All words of the page and of the explorer that do not come with the results, in English: named here in the
// order of the page, written in the folder `en`. Another language is such a file and folder with the same keys.
import { calendar, events, parameters, rules } from './en/controls';
import { diary } from './en/diary';
import { curves, explorer, figures, pictures, setup, verify } from './en/explorer';
import { about, facts, figure, page, units } from './en/page';
import { answer, differences, enough, fans, patterns } from './en/results';
import { flows, see, why } from './en/run';
import { calibration, sensitivity, sweep } from './en/studies';

export const en = {
  ...page,
  facts,
  units,
  answer,
  fans,
  differences,
  patterns,
  sweep,
  enough,
  calibration,
  sensitivity,
  about,
  figure,
};

export const enExplore = {
  ...explorer,
  setup,
  pictures,
  figures,
  curves,
  events,
  parameters,
  rules,
  calendar,
  see,
  flows,
  why,
  verify,
};

export const enDiary = diary;
