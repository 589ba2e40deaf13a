// All words of the explorer but those of the diaries, which stand in en_diary.ts.

export const enExplore = {
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

  setup: {
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
  },

  progress: (done: string, all: string) => `${done} of ${all} runs played`,
  ready: (runs: string) => `The picture shows ${runs} runs.`,
  progressLabel: 'Runs played',

  pictures: {
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
  },

  figures: {
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
  },

  curves: {
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
  },

  events: {
    hand_in_drive: 'Hand-in drive',
    oath_drive: 'Oath drive',
    sweep: 'Central team',
    meeting: 'Meetings',
    peak: 'Seasonal pressure',
    schedule: 'Another value for a time',
  } as Record<string, string>,

  parameters: {
    heading: 'What is not known',
    intro:
      'Numbers of the model, by rule. In each group the least known come first: assumed before measured, wide ranges before narrow ones. A slider spans what the evidence leaves open; the field takes what is possible at all.',
    widest: 'The least known of all',
    groups: {
      population: 'Population',
      threat: 'Threat',
      drift: 'Drift',
      contact: 'Contact',
      acquisition: 'Acquisition',
      remittance: 'Remittance',
      calling: 'Calling',
      noticing: 'Noticing',
      reporting: 'Reporting',
      following: 'Following',
      hand_in: 'Hand-in',
      oath: 'Oath',
      punishment: 'Punishment',
      news: 'News',
    } as Record<string, string>,
    grades: {
      census: 'census or official count',
      survey: 'survey',
      expert: 'expert estimate',
      'single-source': 'one source',
      derived: 'derived from others',
      assumed: 'assumed: nobody knows',
    } as Record<string, string>,
    find: 'Find a number by its name',
    none: 'No number has this in its name.',
    slider: (label: string) => `${label}, slider`,
    about: (label: string) => `About: ${label}`,
    reset: (label: string) => `As in the scenario: ${label}`,
    resetShort: 'Undo',
    count: (all: string, changed: number) => (changed > 0 ? `${all}, ${changed} changed` : all),
    unit: 'Unit',
    range: 'Range of the evidence',
    value: 'In the ledger',
    id: 'Evidence',
    grade: 'Grade',
    sources: 'Sources',
    noUnit: 'none',
    idOf: (name: string, symbol: string) =>
      name === symbol ? name : `${name} (${symbol} in the contract)`,
  },

  rules: {
    heading: 'Rival rules',
    intro: 'Where reports disagree about how people behave, the model has both.',
    names: {
      learning: 'Whose arrests frighten',
      oath: 'What an oath does',
      enforcement: 'What officers are pressed for',
      trust: 'Trust in promises',
    } as Record<string, string>,
    choices: {
      close: 'those near: in the unit, among people known, of one\u2019s brokers',
      city: 'everybody in the city',
      salience: 'keeps the penalty in mind and binds to report',
      none: 'nothing',
      false_enforcement: 'signers report to look loyal',
      local: 'officers settle for bribes',
      counts: 'officers must show arrests',
      updated: 'falls when a promise is broken',
      fixed: 'never changes',
    } as Record<string, string>,
  },

  calendar: {
    heading: 'The campaign',
    intro: 'Dates are inclusive; the last day of a hand-in drive is its deadline.',
    fields: {
      from: 'From',
      to: 'To',
      on: 'On',
      forgiveness: 'Forgiveness',
      pressure: 'Pressure, 0 to 1',
    } as Record<string, string>,
    forgiveness: { promised: 'promised', none: 'not promised' } as Record<string, string>,
    entry: (kind: string, number: number) => `${kind} ${number}`,
    remove: (entry: string) => `Remove ${entry}`,
    removeShort: 'Remove',
    add: (kind: string) => `Add: ${kind}`,
    field: (field: string, entry: string) => `${field}, ${entry}`,
    reset: 'The calendar of the scenario',
  },

  see: {
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
  },

  flows: {
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
  },

  why: {
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
    filter: 'Leave out what only repeats the days before: calls, unchanged reviews, days of being followed',
  },

  verify: {
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
  },
};
