// What frames the explorer: its title, its setting, its pictures, and the verification of a report.

export const explorer = {
  nav: 'Explore',
  heading: 'Move it by hand',
  windowTitle: 'Tumen explorer',
  product: 'Tumen, a simulation with synthetic people',
  pageTitle: 'Explore a campaign',
  pageQuestion:
    'What do the officers count, and what really changes? Set a campaign, move what is unknown, and see. The model itself lies inside this page and plays on this computer; nothing is sent anywhere.',
  skip: 'Skip to the explorer',
  intro:
    'The model lies inside this page. Whatever you change here is played again on this computer, with the same luck; nothing is sent anywhere.',
  card: 'It is no forecast and no tool of enforcement: nobody in it is real, most numbers were assumed because nobody knows them, and what you see is what would follow if they were so.',
  start: 'Start the model',
  starting: 'The model is being started.',
  failed: (problem: string) => `The model could not be started: ${problem}.`,
  problems: 'The model cannot play this',
  badLink: 'The address of this page holds a state that cannot be read; it was left aside.',
  progress: (done: string, all: string) => `${done} of ${all} runs played`,
  ready: (runs: string) => `The picture shows ${runs} runs.`,
  progressLabel: 'Runs played',
};

export const setup = {
  scenario: 'Scenario',
  own: (file: string) => `From a file: ${file}`,
  tooBig: (name: string) => `${name} (too big for a page: use "tumen run")`,
  open: 'Open a scenario file (TOML)',
  seed: 'Seed of the luck',
  compare: 'Set a second setting B beside it, on the same luck',
  which: 'What the controls change',
  a: 'Setting A',
  b: 'Setting B',
  reset: 'Everything as in the scenario',
  copyAToB: 'Make B like A',
  save: (name: string) => `Save setting ${name} as TOML`,
  notSaved: 'Not saved: the setting has a problem, which is said below.',
  copy: 'Copy a link to this state',
  copied: 'The link was copied.',
  inAddress: 'The address of this page is the link: copy it from there.',
  hash: (hash: string) => `Scenario hash ${hash}.`,
  runHash: (seed: string, hash: string) =>
    `Run 1 with seed ${seed} has state hash ${hash}: the program ends with the same when it plays the saved file.`,
  beyond: (names: string) =>
    `Outside the range that the evidence supports: ${names}. The program plays the saved file with --beyond-evidence.`,
  city: 'City',
  allCities: 'All cities together',
};

export const pictures = {
  label: 'The official picture beside what changed',
  official: 'Official',
  changed: 'Changed',
  levels: 'Levels of the run',
  range: (interval: string) => `(${interval})`,
  difference: (mean: string) => `B \u2212 A: ${mean}`,
  whole: 'All numbers',
  note: 'Median, and the range that holds 90\u00a0% of the runs. A difference is the mean over pairs of runs with the same luck, with its 95\u00a0% interval.',
  columns: ['What', 'Kind', 'Median', '90\u00a0% of runs'],
  pairColumns: [
    'What',
    'Kind',
    'A',
    'A, 90\u00a0%',
    'B',
    'B, 90\u00a0%',
    'B \u2212 A',
    '95\u00a0% interval',
    'Sign',
    'Correlation',
  ],
  kinds: { official: 'official', changed: 'changed', other: 'besides' },
  sign: { certain: 'certain', open: 'not yet certain' },
};

export const figures = {
  heading: 'Day by day',
  more: 'Draw another quantity',
  choose: 'Choose a quantity',
  remove: (title: string) => `Remove the figure: ${title}`,
  removeShort: 'Remove',
  pair: 'In every figure the bands and the solid line are setting A. The dashed lines are setting B: its median, and thinner the limits of 90\u00a0% of its runs.',
  beside: 'B',
  cut: 'The axis does not begin at zero.',
  label: (title: string, unit: string) =>
    `${title}, ${unit}: median with bands of 50\u00a0% and 90\u00a0% of the runs, day by day`,
  noSum: 'This quantity cannot be added over cities. Choose one city to see it.',
};

export const curves = {
  calling: {
    label: 'People calling abroad',
    explain: 'People who hold a phone and use it.',
  },
  handed_in: {
    label: 'Phones handed in so far',
    explain: 'What the officers count: dead phones and working ones together.',
  },
  handed_dead: {
    label: 'Dead phones handed in so far',
    explain: 'Phones among those counted that no longer worked.',
  },
  arrested_total: { label: 'People arrested so far', explain: 'Arrests since the first day.' },
  exiled_total: {
    label: 'People exiled so far',
    explain: 'Members of exiled households, children included.',
  },
};

export const verify = {
  heading: 'Verify these results',
  intro:
    'The results in this report were made by the program. This page holds the same model: it plays a run again, here and now, and compares the state hash, which covers every number of every day and the state of every household at the end.',
  run: 'Run',
  one: 'Play this run again',
  all: (count: string) => `Play all ${count} again`,
  stop: 'Stop',
  playing: (done: string, count: string) => `Playing: ${done} of ${count} done.`,
  yes: (count: string) =>
    count === '1'
      ? 'Yes. The run gives the same state hash here.'
      : `Yes. All ${count} runs give the same state hashes here.`,
  no: (runs: string) =>
    `No. These runs give another state hash here: ${runs}. The results were changed, or made by another version of the model.`,
  otherScenario:
    'No. The scenario in this report has another hash when this page reads it: it was changed, or made by another version of the model.',
  tooBig: 'These cities are too big for a page. The program verifies with "tumen verify".',
  failed: (problem: string) => `The run could not be played: ${problem}.`,
  stored: 'Stored',
  here: 'Played here',
  columns: ['Run', 'Stored', 'Played here', 'Same?'],
  same: 'yes',
  different: 'no',
};
