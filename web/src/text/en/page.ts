// What frames a report: its title, facts, units, what stands below a figure, where it comes from.

export const page = {
  language: 'en',
  product: 'Tumen',
  reportOf: 'A report of Tumen, a simulation with synthetic people',
  skip: 'Skip to the answer',
  contents: 'Contents',
  windowTitle: (title: string) => `${title} \u00b7 Tumen report`,
  problemTitle: 'This report cannot be shown',
  problem: (problem: string) => `The results inside this file cannot be read: ${problem}.`,
  problemHelp: 'Make the report again with "tumen report RESULTS".',
  wholeTitle: 'The whole title',
  notDefined: 'not defined',
  interval: (lo: string, hi: string) => `${lo} to ${hi}`,
  perDay: (unit: string) => `${unit} a day`,
  count: (number: string, unit: string) => `${number} ${unit}`,
};

export const facts = {
  cities: 'Where',
  time: 'When',
  runs: 'How often played',
  city: (label: string, residents: string) => `${label}, ${residents} synthetic residents`,
  cityCount: (cities: string, residents: string) =>
    `${cities} cities, ${residents} synthetic residents`,
  days: (from: string, to: string, days: string) => `${from} to ${to}, ${days} days`,
  replicates: (replicates: string, seed: string) => `${replicates} runs, seed ${seed}`,
};

export const units = {
  '1': 'index, no unit',
  share: 'per cent (%)',
  probability: 'probability, per cent (%)',
  'probability/day': 'probability a day, per cent (%)',
  '1/day': 'a day',
  '1/year': 'a year',
  CNY: 'yuan (CNY)',
  'CNY/day': 'yuan (CNY) a day',
} as Record<string, string>;

export const figure = {
  svg: 'Save as SVG',
  csv: 'Save as CSV',
  svgOf: (title: string) => `Save as SVG: ${title}`,
  csvOf: (title: string) => `Save as CSV: ${title}`,
  table: 'The numbers as a table',
  tableOf: (title: string) => `The numbers as a table: ${title}`,
  source: (version: string, scenario: string, hash: string) =>
    `Tumen ${version}, scenario ${scenario}, hash ${hash}. Synthetic people.`,
};

export const about = {
  nav: 'Where this comes from',
  heading: 'Where this comes from',
  card: 'Model card',
  cite: 'How to cite',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: copy it with the keyboard',
  provenance: 'Provenance',
  fields: {
    command: 'Command',
    version: 'Version',
    commit: 'Source',
    seed: 'Seed',
    replicates: 'Runs',
    scenario: 'Scenario',
    scenario_hash: 'Scenario hash',
    parameter_hash: 'Parameter hash',
    created: 'Made',
    compiler: 'Compiler',
    platform: 'Platform',
  },
  modified: (commit: string) => `${commit}, with changes that are not recorded`,
  canonical: 'The scenario, in full',
  hashes: (count: string) => `State hashes of ${count} runs`,
  hashesNote: 'Two computers that play the same run must end with the same state hash.',
  columns: ['Run', 'State hash'],
};
