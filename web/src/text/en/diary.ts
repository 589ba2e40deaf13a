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

export const diary = {
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
  input: (name: string) => diary.inputs[name] ?? name.replace(/_/g, ' '),
};
