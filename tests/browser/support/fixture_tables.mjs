// The parts of the made-up report that are lists of words.

export const observables = [
  [
    'calling',
    'People calling abroad',
    'people',
    'calling',
    'stock',
    'Adults with a working phone who have not fallen silent.',
  ],
  [
    'phones_held',
    'Working phones held',
    'people',
    'acquisition',
    'stock',
    'Adults who hold a phone that reaches across the river.',
  ],
  [
    'handed_in',
    'Phones handed in',
    'people',
    'hand_in',
    'flow',
    'What the officers count: working phones and dead ones together.',
  ],
  [
    'fee',
    "Broker's fee",
    'share',
    'remittance',
    'level',
    'The part of a transfer that stays with those who carry it.',
  ],
  [
    'need_kin',
    'Need of families with kin abroad',
    '1',
    'remittance',
    'level',
    'From 0, nothing lacking, to 1, everything lacking.',
  ],
  [
    'arrested',
    'Arrests',
    'people',
    'punishment',
    'flow',
    'People arrested over a phone, whatever follows.',
  ],
].map(([id, label, unit, group, kind, explain]) => ({
  id,
  label,
  unit,
  group,
  kind,
  explain,
}));

export const figures = [
  ['calling', 'People calling abroad', ['calling'], ''],
  ['phones', 'Working phones', ['phones_held'], 'A phone bought after the drive counts again.'],
  [
    'handed_in',
    'Phones handed in',
    ['handed_in'],
    'The days just before the deadline carry most of the count.',
  ],
  ['fee', "The broker's fee", ['fee'], ''],
  ['need', 'Need', ['need_kin'], ''],
  ['arrests', 'Arrests', ['arrested'], ''],
].map(([id, title, list, note]) => ({ id, title, observables: list, note }));

const ratioOf = (id, label, unit, value, low, high, explanation) => ({ id, label, unit, value, low, high, explanation });

const headline = (side) => (id, label, unit, median, q05, q95, explanation) => ({
  id,
  label,
  unit,
  side,
  n: 64,
  mean: median,
  mean_low: q05,
  mean_high: q95,
  median,
  q05,
  q95,
  explanation,
});

export const official = [
  headline('official')(
    'handed_in',
    'Phones handed in',
    'phones',
    7412,
    6730,
    8105,
    'Every phone that reached a desk, working or not.',
  ),
  headline('official')('signed', 'Oaths signed', 'people', 0, 0, 0, 'No oath drive in this scenario.'),
];

export const told = [
  headline('told')('told_arrests', 'Arrests told outside', 'people', 41, 28, 60, 'Arrests of which a source heard.'),
];

export const changed = [
  headline('changed')(
    'phones_gone',
    'Working phones gone',
    'phones',
    214,
    95,
    338,
    'Fewer working phones on the last day than on the first day of the drive.',
  ),
  headline('changed')(
    'stopped',
    'People who stopped calling',
    'people',
    388,
    152,
    611,
    'Fewer people calling, 60 days after the deadline, than before the drive.',
  ),
  headline('changed')(
    'contact_lost',
    'Transfers asked for and not made',
    'transfers',
    1265,
    1104,
    1430,
    'Money from family abroad that found no way.',
  ),
];

export const other = [
  headline('other')('arrested', 'People arrested', 'people', 61, 44, 79, 'Arrests in the campaign.'),
  headline('other')(
    'fee_rise',
    "Rise of the broker's fee",
    'share',
    0.084,
    0.071,
    0.097,
    'Its mean in the campaign, less the mean before.',
  ),
  headline('other')(
    'bribes_paid',
    'Bribes paid',
    'CNY',
    415200,
    301000,
    560400,
    'Money paid to settle cases.',
  ),
];

export const ratio = ratioOf(
  'counted_per_stopped',
  'Counted by the officers for each person who stopped calling',
  '1',
  19.1,
  11.8,
  47.6,
  'The larger this number, the less the official count tells.',
);

export const answer = [
  'The officers counted 7,412 phones (90 % of runs: 6,730 to 8,105).',
  'In the same time 388 people stopped calling abroad (152 to 611), and 214 working phones were gone (95 to 338).',
  'For each person who stopped calling, the officers counted 19 phones (12 to 48).',
];

export const limits = [
  'Nothing here is a forecast of a real city; the people are synthetic.',
  'The numbers do not say who hands in a phone, and can say nothing about any person.',
  'That a campaign changes little in these runs does not show that it harmed nobody.',
  'How many households hold a phone is weakly known; another starting value moves every count.',
];

const pattern = (id, role, share, verdict, grade, statement, sources) => ({
  id,
  statement,
  grade,
  role,
  share,
  share_interval: [Math.max(0, share - 0.08), Math.min(1, share + 0.05)],
  verdict,
  sources,
  cited: sources.map((source, at) => ({
    id: source,
    title: `A report about ${id}`,
    publisher: 'A newsroom',
    date: '2020-10',
    address: at === 0 ? `https://example.org/${source}` : '',
  })),
  voice: 'a newsroom',
  severity: 'strong',
  bound: 'reported',
  scenario: 'hyesan-handin',
  against: '',
  runs: ['hyesan-handin'],
  statistic: 'mean(fee, during)',
  expected: '0.28 to 0.35',
  band: [0.28, id === 'K1' ? 0.35 : null],
  judged_by: 'share',
  replicates: 64,
  without_value: 0,
  showing: 32,
  mean: 0.31,
  mean_interval: [0.3, 0.32],
  old_mean: null,
  note: 'Tested as it was told.',
});

export const patterns = [
  pattern(
    'P16',
    'held-out',
    0.97,
    'shown',
    'D',
    'Professionals hand in old phones and keep the working one.',
    ['daily-nk-2020'],
  ),
  pattern(
    'P21',
    'held-out',
    0.55,
    'mixed',
    'C',
    'Brokers fall silent for a month and then return.',
    ['daily-nk-2021', 'nkdb-2019'],
  ),
  pattern(
    'P30',
    'held-out',
    0.06,
    'not shown',
    'C',
    'Families stop calling sooner than smugglers do.',
    ['survey-2019'],
  ),
  pattern(
    'K1',
    'calibrate',
    1,
    'shown',
    'B',
    "The broker's fee lies between 28 and 35 % in calm times.",
    ['nkdb-2019'],
  ),
  pattern(
    'K4',
    'calibrate',
    0.81,
    'shown',
    'B',
    'Bribes double or triple while a central team is present.',
    ['nkdb-2019'],
  ),
];

export const differences = [
  ['handed_in', 'Phones handed in', 'phones', 4120, 3890, 4350, 'higher on average, and in all 64 plays', 0.42, 1.7],
  ['stopped', 'People who stopped calling', 'people', -31, -74, 12, 'cannot be told: higher in 21 of 64 plays, lower in 43 of 64 plays', 0.91, 8.1],
  [
    'fee',
    "Broker's fee, mean over the drive",
    'share',
    -0.021,
    -0.026,
    -0.016,
    'lower on average, and in 63 of 64 plays',
    0.88,
    6.4,
  ],
].map(([id, label, unit, difference, low, high, told, correlation, reduction]) => ({
  scenario: 'hyesan-coercion',
  id,
  label,
  unit,
  pairs: 64,
  base: 10,
  other: 10 + difference,
  difference,
  low,
  high,
  interval: 't',
  sign: /^(higher|lower) /.exec(told)?.[1] ?? 'cannot be told',
  told,
  above: 32,
  below: 32,
  correlation,
  variance_reduction: reduction,
}));

export const modelCard = [
  {
    heading: 'What it is',
    text: 'A simulation of synthetic households in a border city, day by day.',
  },
  {
    heading: 'What it is for',
    text: 'To ask how far an official count can be from what changed.',
  },
  {
    heading: 'What it is not',
    text: 'It is no forecast, no register and no instrument of enforcement.',
  },
];
