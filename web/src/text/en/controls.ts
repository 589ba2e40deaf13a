// What can be moved in the explorer: numbers, rival rules, the calendar.

export const parameters = {
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
};

export const rules = {
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
};

export const events = {
  hand_in_drive: 'Hand-in drive',
  oath_drive: 'Oath drive',
  sweep: 'Central team',
  meeting: 'Meetings',
  peak: 'Seasonal pressure',
  schedule: 'Another value for a time',
} as Record<string, string>;

export const calendar = {
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
  known: (range: string, usual: string) => `Range of the evidence: ${range}. Otherwise: ${usual}.`,
  add: (kind: string) => `Add: ${kind}`,
  field: (field: string, entry: string) => `${field}, ${entry}`,
  reset: 'The calendar of the scenario',
};
