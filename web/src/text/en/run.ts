// One run in the explorer: its days and wards, the flows of the drive, and the diary of a household.

export const see = {
  heading: 'One run, day by day and ward by ward',
  intro:
    'One of the runs, on its own. Wards are squares in the order of their numbers, not places: there is no map of people here.',
  show: 'Show one run',
  run: 'Run',
  setting: 'Setting',
  day: 'Day',
  on: (date: string, day: string, days: string) => `${date}, day ${day} of ${days}`,
  play: 'Play',
  pause: 'Pause',
  colour: 'Colour the wards by',
  wards: 'Wards',
  ward: (number: number) => `Ward ${number}`,
  wardValue: (number: number, value: string, name: string) => `Ward ${number}: ${name} ${value}`,
  chosen: 'chosen',
  legend: (low: string, high: string) =>
    `Each square has its number in it. The stronger its colour, the higher the number: from ${low} to ${high} over all days of the run.`,
  today: 'This day in the city',
  hash: (hash: string) => `State hash of this city's run: ${hash}.`,
};

export const flows = {
  title: 'The hand-in drive so far',
  none: 'This scenario has no hand-in drive.',
  note: 'From the first day of the run to the day shown above. Whoever hands in a dead phone that the officers refuse is caught.',
  parts: {
    considered: 'considered handing in',
    kept: 'kept the phone',
    decoy: 'handed in a dead phone',
    real: 'handed in a working phone',
    refused: 'dead phone refused: caught',
  },
  columns: ['What', 'People', 'Of those who considered'],
  caught: (caught: string, arrested: string) =>
    `Caught in the same time, in whatever way: ${caught}; arrested: ${arrested}.`,
  label: (day: string) => `Flows of the hand-in drive until ${day}`,
};

export const why = {
  heading: 'Why: the diary of one household',
  intro:
    'Choose a ward above, then one of its synthetic households. The model plays the run again and writes down each decision that concerned it. Looking draws nothing: the state hash is that of the run without a diary.',
  choose: 'Choose a ward in the squares above.',
  find: 'Show the households of the ward',
  households: (ward: number) => `Households of ward ${ward}`,
  household: (number: number) => `Household ${number}`,
  facts: (role: string, adults: number, unit: number, phone: 0 | 1, kin: 0 | 1) =>
    [
      role,
      adults === 1 ? '1 adult' : `${adults} adults`,
      `unit ${unit}`,
      phone ? 'has a phone' : 'no phone',
      kin ? 'kin abroad' : 'no kin abroad',
    ].join(', '),
  roles: {
    resident: 'residents',
    family: 'family of somebody abroad',
    smuggler: 'smuggler',
    broker: 'money broker',
  } as Record<string, string>,
  diary: (number: number) => `Diary of household ${number}`,
  same: (hash: string) =>
    `The run with the diary ended with state hash ${hash}, exactly as without it.`,
  differs: 'The run with the diary ended with another state hash. That must not happen.',
  empty: 'Nothing that concerned this household happened in the run.',
  warmup: 'before the first day',
  chance: (probability: string) => `probability ${probability}`,
  drawn: (drawn: string) => `drawn ${drawn}`,
  inputs: 'What went into it',
  rule: (rule: string) => `Rule: ${rule}`,
  more: (count: number) => `Show all ${count} entries`,
  rules: 'The rules, as the model\u2019s description (ODD) states them',
  count: (count: string) => `${count} entries`,
  filter:
    'Leave out what only repeats the days before: calls, unchanged reviews, days of being followed',
};
