// What a report says of many settings: sweep, sensitivity, calibration.

export const sweep = {
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
};

export const sensitivity = {
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
};

export const calibration = {
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
};
