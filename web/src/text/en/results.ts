// What a report says of runs: the answer, the days, differences, patterns, precision.

export const answer = {
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
  compareLabel: 'Official counts and what changed, as marks with 90\u00a0% intervals on one scale',
  columns: ['What', 'Kind', 'Unit', 'Value', 'From', 'To'],
};

export const fans = {
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
};

export const differences = {
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
};

export const patterns = {
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
};

export const enough = {
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
};
