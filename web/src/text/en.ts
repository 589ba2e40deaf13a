// All words of the page and of the explorer that do not come with the results, in one file: another language is
// another file with the same keys.

export const en = {
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

  facts: {
    cities: 'Where',
    time: 'When',
    runs: 'How often played',
    city: (label: string, residents: string) => `${label}, ${residents} synthetic residents`,
    cityCount: (cities: string, residents: string) =>
      `${cities} cities, ${residents} synthetic residents`,
    days: (from: string, to: string, days: string) => `${from} to ${to}, ${days} days`,
    replicates: (replicates: string, seed: string) => `${replicates} runs, seed ${seed}`,
  },

  units: {
    '1': 'index, no unit',
    share: 'per cent (%)',
    probability: 'probability, per cent (%)',
    'probability/day': 'probability a day, per cent (%)',
    '1/day': 'a day',
    '1/year': 'a year',
    CNY: 'yuan (CNY)',
    'CNY/day': 'yuan (CNY) a day',
  } as Record<string, string>,

  answer: {
    nav: 'The answer',
    heading: 'The answer',
    official: 'The official picture',
    officialNote: 'What the officers can count and report.',
    changed: 'What changed',
    changedNote: 'What happened in the lives of the people.',
    range: (interval: string) => `${interval} in 90\u00a0% of the runs`,
    ratioRange: (interval: string) => `90\u00a0% interval: ${interval}`,
    ratio: 'How far apart the two are',
    ratioNote: 'One number set against the other.',
    other: 'And besides',
    sentences: 'In three sentences',
    limits: 'What may not be concluded',
    beyond: (names: string) =>
      `These parameters were set outside the range that the evidence supports: ${names}.`,
    compareTitle: 'Both on one scale',
    compareNote:
      'A mark is the median of the runs, a line holds 90\u00a0% of them. Circles are official counts, diamonds are what changed.',
    compareAxis: 'number',
    compareLabel:
      'Official counts and what changed, as marks with 90\u00a0% intervals on one scale',
    columns: ['What', 'Kind', 'Unit', 'Value', 'From', 'To'],
  },

  fans: {
    nav: 'Day by day',
    heading: 'Day by day',
    intro: (runs: string) =>
      `The same scenario was played ${runs} times, each time with other luck. The line is the median: half of the runs lie above it, half below. The dark band holds the middle 50\u00a0% of the runs, the light band the middle 90\u00a0%. The bands show luck alone, not what is unknown about the city.`,
    calendar: 'In the calendar',
    calendarNote: 'Where a figure has no room for the names, it shows these numbers.',
    span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    city: 'City',
    allCities: 'All cities together',
    zero: 'Begin every axis at zero',
    median: 'median',
    band50: '50\u00a0% of runs',
    band90: '90\u00a0% of runs',
    notAll: 'This quantity cannot be added over cities. Choose one city to see it.',
    noData: 'There is no value of this quantity in these results.',
    cut: 'The axis does not begin at zero.',
    label: (title: string, unit: string) =>
      `${title}, ${unit}: median with bands of 50\u00a0% and 90\u00a0% of the runs, day by day`,
    summary: (s: {
      first: string;
      last: string;
      low: string;
      lowOn: string;
      high: string;
      highOn: string;
    }) =>
      `Median: ${s.first} on the first day, ${s.last} on the last; lowest ${s.low} (${s.lowOn}), highest ${s.high} (${s.highOn}).`,
    tip: (s: { date: string; median: string; half: string; most: string }) =>
      `${s.date}\nmedian ${s.median}\n50\u00a0%: ${s.half}\n90\u00a0%: ${s.most}`,
    columns: ['Date', 'Median', '5\u00a0%', '25\u00a0%', '75\u00a0%', '95\u00a0%'],
  },

  differences: {
    nav: 'Differences',
    heading: 'What another campaign would have changed',
    intro:
      'Each run is set beside the run of the other scenario that had the same luck, and the difference is taken: the other scenario minus this one. What the two have in common cancels out, so a difference is known better than either number.',
    against: (other: string) => `Against ${other}`,
    certain: 'certain',
    none: 'no difference',
    higher: (other: string, base: string) => `Higher in ${other} than in ${base}.`,
    lower: (other: string, base: string) => `Lower in ${other} than in ${base}.`,
    open: 'More runs are needed to tell in which of the two it is higher.',
    same: 'The same in every pair of runs.',
    noHelp:
      'Playing both on the same luck did not help here: the interval is right, but only more runs make it narrower.',
    columns: ['What', 'Difference', '95\u00a0% interval', 'Sign', 'Shared luck'],
    strip: 'Around zero',
    luck: (correlation: string, reduction: string) =>
      `correlation ${correlation}; counts as ${reduction} times as many runs`,
    noLuck: 'every pair differs by the same',
    tableLabel: (other: string) => `Paired differences against ${other}`,
  },

  patterns: {
    nav: 'Patterns',
    heading: 'Does the model show what was reported?',
    intro:
      'Each pattern was reported by others before. The share says in how many of the runs it appears. A pattern that was held out played no part in choosing the numbers of the model, so it is the harder test.',
    roles: {
      'held-out': 'Held out: not used to choose the numbers',
      calibrate: 'Used to choose the numbers',
    } as Record<string, string>,
    tally: (shown: string, all: string) => `${shown} of ${all} shown.`,
    grades: {
      A: 'census or official count',
      B: 'survey',
      C: 'expert or official estimate',
      D: 'one anonymous source',
      'D+': 'several anonymous sources',
      X: 'derived by arithmetic',
    } as Record<string, string>,
    verdictMarks: { shown: '\u25cf', mixed: '\u25d0', 'not shown': '\u25cb' } as Record<
      string,
      string
    >,
    shown: 'shown',
    columns: ['Pattern', 'Evidence', 'Share of runs', 'Verdict'],
    strip: 'From 0 to 100\u00a0%',
    tableLabel: (role: string) => `Patterns. ${role}`,
    sources: (list: string) => `Sources: ${list}`,
  },

  sweep: {
    nav: 'Over the parameters',
    heading: 'What happens for other values of the parameters?',
    methods: {
      grid: 'every combination of some values',
      lhs: 'a Latin hypercube, in which each slice of each range is used once',
      sobol: "points of Sobol's sequence, which fill the ranges evenly",
    } as Record<string, string>,
    intro: (method: string) =>
      `The scenario was played for other values of its parameters: ${method}. A dot is the mean over the runs of one point, its line the 95\u00a0% interval of that mean. All points share their luck. Where several parameters vary, each picture shows all points over one of them, so dots above one another differ in the others.`,
    headline: 'Show',
    range: (name: string, range: string) => `${name}, varied over ${range}.`,
    beyond: 'This range goes beyond what the evidence supports.',
    columns: ['Runs', 'Failed', 'Mean', '95\u00a0% interval'],
    label: (headline: string, factor: string) =>
      `${headline} over ${factor}: means of the points with 95\u00a0% intervals`,
  },

  enough: {
    nav: 'Enough runs?',
    heading: 'Were there enough runs?',
    intro:
      'More runs make the mean better known. Each picture shows half the width of its 95\u00a0% interval against the number of runs: when the line is low and flat, more runs would change little.',
    axis: (unit: string) => `\u00b1 ${unit}`,
    axisRuns: 'number of runs',
    label: (title: string) =>
      `${title}: half-width of the 95\u00a0% interval against the number of runs`,
    columns: ['Runs', 'Half-width'],
    mean: (mean: string) => `Mean ${mean}.`,
  },

  calibration: {
    nav: 'What fits',
    heading: 'Which values fit what was reported?',
    intro:
      'Before the calibration each parameter could lie anywhere in the range that the evidence leaves open. Many sets of values were tried, each with luck of its own, and those kept that bring the model near to the reported patterns it was fitted to. What is left is no estimate of a fact: it is what the model needs to look like the reports.',
    size: (particles: string, effective: string, replicates: string) =>
      `${particles} sets of values were kept; with their weights they count for ${effective} independent ones. Each was played ${replicates} times.`,
    posteriors: 'Parameters before and after',
    posteriorsNote:
      'Each scale is one prior, from its low to its high end. The mark is the median after the calibration, the thick line holds the middle 50\u00a0%, the thin one the middle 90\u00a0%. A line over the whole scale has learnt nothing.',
    posteriorsLabel: 'Median, 50\u00a0% and 90\u00a0% interval of each parameter within its prior',
    posteriorsAxis: 'place within the prior',
    ends: ['low end', 'high end'],
    parameterColumns: [
      'Parameter',
      'Prior',
      'Mean',
      '50\u00a0% interval',
      '90\u00a0% interval',
      'Shrinkage',
      'Beware',
    ],
    shrinkageNote:
      'Shrinkage is one less the variance after over the variance before, on the scale of the prior: 0 means that the patterns say nothing about the parameter, 1 that they fix it; below 0 they leave both ends likelier than the middle.',
    beyond: 'its range goes beyond the evidence',
    pairs: 'Parameters two by two',
    pairsNote: (count: string) =>
      `${count} draws after the calibration, each axis one prior from its low to its high end; on the diagonal the shares of the draws in ten parts of the prior. A slanting cloud means that the patterns fix a combination of the two better than either.`,
    pairsLabel: 'Draws of all parameters, two by two, within their priors',
    pairColumns: ['Parameter', 'Parameter', 'Correlation'],
    patterns: 'Patterns before and after',
    patternsNote:
      'The share of simulations that show a pattern, with parameters from the prior and from the posterior; luck is new each time. Patterns that were held out were not looked at while fitting: they say whether the fit holds elsewhere.',
    patternColumns: ['Pattern', 'Use', 'Before', 'After'],
    fitted: 'fitted to',
    heldOut: 'held out',
    notFitted: 'not fitted to',
    generations: 'How the sample came about',
    generationColumns: [
      'Generation',
      'Status',
      'Largest distance kept',
      'Proposals',
      'Kept',
      'Failed',
      'Effective size',
    ],
    failures: 'Simulations that failed',
    failureColumns: ['Why', 'How many', 'The first one'],
    failureFirst: (generation: string, proposal: string, seed: string) =>
      `generation ${generation}, proposal ${proposal}, seed ${seed}`,
    drawnFrom: (calibration: string, names: string) =>
      `The parameters of each run were drawn from a posterior (${calibration}), so the bands and intervals hold what is still unknown of these parameters as well as luck: ${names}.`,
    fansIntro: (runs: string) =>
      `The same scenario was played ${runs} times, each time with other luck and with other parameters, drawn from a posterior. The line is the median: half of the runs lie above it, half below. The dark band holds the middle 50\u00a0% of the runs, the light band the middle 90\u00a0%. The bands show luck and what the calibration left open.`,
  },

  sensitivity: {
    nav: 'What matters most',
    heading: 'Which assumptions matter most?',
    intro: {
      morris:
        'Nobody knows the numbers behind this model well. Here each of them was moved over the whole range that the evidence leaves open, one after the other, at many places of the others, and always on the same luck. What counts is how far the headline then moves.',
      sobol:
        'Nobody knows the numbers behind this model well. Here all of them were moved over the whole ranges that the evidence leaves open, all at once, and the variance of the headline was shared out among them.',
    },
    size: (points: string, runs: string, parameters: string) =>
      `${parameters} parameters, ${points} points, ${runs} runs at each.`,
    title: (headline: string) => `What moves: ${headline}`,
    notes: {
      morris:
        'Mean size of the effect of moving a parameter over its range (mu*), with its 95\u00a0% interval. The dashed line is the floor: what another luck alone could do, with no parameter moved. What does not stand clear of it is not told from nothing.',
      sobol:
        'Share of the variance with 95\u00a0% intervals: circles are the total order, with all that a parameter acts through; diamonds the first order, alone. An estimate a little below 0 means about zero. The dashed line is the floor: what another luck alone could do, with no parameter moved.',
    },
    floor: 'another luck',
    dummy: 'dummy (another luck)',
    isFloor: 'the floor',
    noRank: '\u2013',
    ranks: (best: string, worst: string) => `${best} to ${worst}`,
    standings: {
      told: 'told from luck',
      'not told from nothing': 'not told from nothing',
      'no floor': 'no floor: one run a point',
    } as Record<string, string>,
    columns: {
      morris: ['Parameter', 'Rank', 'mu*', '95\u00a0% interval', 'mu', 'sigma', 'From luck'],
      sobol: [
        'Parameter',
        'Rank',
        'Total',
        '95\u00a0% interval',
        'First',
        '95\u00a0% interval of first',
        'From luck',
      ],
    },
    axisMorris: (unit: string) => `mean size of the effect, mu* (${unit})`,
    axisSigma: (unit: string) => `spread of effects, sigma (${unit})`,
    axisSobol: 'share of the variance',
    labelMorris: (headline: string) =>
      `Parameters by the mean size of their effect on: ${headline}, with 95\u00a0% intervals`,
    labelSobol: (headline: string) =>
      `Parameters by their share of the variance of: ${headline}, total and first order, with 95\u00a0% intervals`,
    labelScatter: (headline: string) =>
      `Mean size of effects against their spread, by parameter: ${headline}`,
    scatterTitle: 'Strong or uneven?',
    scatterNote:
      'To the right is what matters, above is what matters more at some places than at others: it bends, or acts together with other parameters. The lines are 95\u00a0% intervals. Where there is no room for a name, the table has it.',
    inWords: 'Each parameter in a sentence',
    parameter: 'Parameter',
    growth: 'Was the design large enough?',
    growthNote:
      'The same with the first part of the design only. Where a row no longer moves from one column to the next, more samples would change little.',
    samples: (count: string) => `${count} samples`,
    others: 'The other headlines, from the same runs',
    varied: 'What was varied, and how far',
    variedColumns: ['Parameter', 'Meaning', 'Range', 'Evidence', 'Filled'],
    beyond: 'beyond the evidence',
    within: 'within the evidence',
    scales: { linear: 'evenly', log: 'evenly in logarithms' } as Record<string, string>,
  },

  about: {
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
  },

  figure: {
    svg: 'Save as SVG',
    csv: 'Save as CSV',
    svgOf: (title: string) => `Save as SVG: ${title}`,
    csvOf: (title: string) => `Save as CSV: ${title}`,
    table: 'The numbers as a table',
    tableOf: (title: string) => `The numbers as a table: ${title}`,
    source: (version: string, scenario: string, hash: string) =>
      `Tumen ${version}, scenario ${scenario}, hash ${hash}. Synthetic people.`,
  },
};

// The explorer.

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
    intro:
      'Dates are inclusive; the last day of a hand-in drive is its deadline. A number of the model can have another value for a time; that value then wins over the slider.',
    fields: {
      from: 'From',
      to: 'To',
      on: 'On',
      forgiveness: 'Forgiveness',
      pressure: 'Pressure, 0 to 1',
      parameter: 'Number',
      value: 'Value',
    } as Record<string, string>,
    forgiveness: { promised: 'promised', none: 'not promised' } as Record<string, string>,
    entry: (kind: string, number: number) => `${kind} ${number}`,
    remove: (entry: string) => `Remove ${entry}`,
    removeShort: 'Remove',
    removed: (entry: string) => `${entry} was removed.`,
    known: (range: string, usual: string) =>
      `Range of the evidence: ${range}. Otherwise: ${usual}.`,
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

// The diary of a household, in sentences: one for each event of src/model/diary.cpp.

type Tell = (who: string, outcome: string) => string;

const sentences: Record<string, Tell> = {
  met: () => 'At a meeting of the unit the campaign is announced. The household is frightened.',
  released: (who) => `${who} comes home from detention.`,
  reviewed: (who, outcome) => {
    if (outcome === 'calling') return `${who} thinks again about calling, and calls on.`;
    if (outcome === 'quiet') return `${who} thinks again about calling, and stays quiet.`;
    return `${who} thinks again about calling, and nothing changes.`;
  },
  bought: (who) => `${who} buys a working phone again.`,
  asked: (_who, outcome) =>
    outcome === 'asks'
      ? 'The household asks its kin abroad for money.'
      : 'The household does not ask its kin abroad for money.',
  served: (_who, outcome) =>
    outcome === 'money arrives'
      ? 'A broker brings the money from abroad, less the fee.'
      : 'No broker is found: the money does not come.',
  served_a_family: (who) => `${who} brings another family its money and keeps a share of the fee.`,
  called: (who) => `${who} calls.`,
  noticed: (who, outcome) => `A neighbour notices the call of ${lower(who)}: ${outcome}.`,
  witnessed: (who, outcome) => `${who} sees a neighbour calling: ${outcome}.`,
  detected: (who, outcome) => `A detector picks up the call of ${lower(who)}: ${outcome}.`,
  caught_by_officer: (who, outcome) =>
    `The officer who follows ${lower(who)} is near during the call: ${outcome}.`,
  falsely_reported: (who) => `Somebody reports ${lower(who)} without having seen a call.`,
  searched: (_who, outcome) => `The home is searched: ${outcome}.`,
  followed: (who) => `An officer follows ${lower(who)}.`,
  extorted: (who) => `The officer asks ${lower(who)} for money, and gets it.`,
  considered: (who, outcome) => `${who} considers handing in the phone, and ${outcome}.`,
  refused_decoy: (_who, outcome) =>
    outcome === 'refused'
      ? 'The officer does not accept the dead phone: caught.'
      : 'The officer accepts the dead phone.',
  signed_oath: (who) => `${who} is visited for the oath, and signs.`,
  refused_oath: (who) => `${who} is visited for the oath, and refuses.`,
  caught: (who) => `${who} is caught and cannot settle it: arrested.`,
  settled: (who) => `${who} is caught, and settles it with a bribe.`,
  arrested: (who, outcome) => `${who} is arrested; the sentence: ${outcome}.`,
  promise_broken: (who) => `${who} is arrested although forgiveness had been promised.`,
  heard_of_arrest: (_who, outcome) => `The household hears of an arrest ${outcome}.`,
};

function lower(who: string): string {
  return who.charAt(0).toLowerCase() + who.slice(1);
}

export const enDiary = {
  who: (member: number) => (member === 0 ? 'The first adult' : `Adult ${member + 1}`),
  sentence: (event: string, who: string, outcome: string) =>
    sentences[event]?.(who, outcome) ?? `${event}: ${outcome}.`,
  inputs: {
    benefit: 'benefit of contact',
    penalty_feared: 'penalty feared',
    perceived_risk: 'perceived risk of a day of use',
    aversion: 'aversion to risk',
    followed: 'followed (1 is yes)',
    net_benefit: 'net benefit of a day of use',
    hysteresis: 'hysteresis',
    phone_price: 'price of a phone, CNY',
    need: 'need',
    fee: 'broker\u2019s fee',
    money: 'money, CNY',
    suspicion: 'suspicion',
    days_watched: 'days watched',
    value_keep: 'value of keeping it',
    value_decoy: 'value of handing in a dead one',
    value_real: 'value of handing in the working one',
    odds_keep: 'probability of keeping it',
    odds_decoy: 'probability of handing in a dead one',
    odds_real: 'probability of handing in the working one',
    belief: 'belief in the promise',
    loyalty: 'loyalty',
    oath_force: 'force of the oath',
    risk_ratio: 'perceived risk over the usual one',
    cohesion: 'cohesion of the unit',
    holds_phone: 'holds a phone (1 is yes)',
    bribe: 'bribe asked, CNY',
    purse: 'money at hand or to borrow, CNY',
    central_team: 'central team (1 is yes)',
    harsh: 'harsh sentences (1 is yes)',
    meeting_fear: 'fear spread by the meeting',
  } as Record<string, string>,
  input: (name: string) => enDiary.inputs[name] ?? name.replace(/_/g, ' '),
};
