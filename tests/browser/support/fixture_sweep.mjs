// A made-up sweep over two parameters with the shape of a real one.

const fees = [0.2, 0.3, 0.4];
const detections = [0.001, 0.05];
const rivals = [1, 0]; // places among the choices of a rule
const ends = [18545, 18560]; // days since 1970

function estimates(fee, detection) {
  const mean = 300 + 400 * fee + 1000 * detection;
  return [
    [16, mean, mean - 20, mean + 20],
    fee === 0.3 && detection === 0.05 ? null : [16, 12, 9, 15],
  ];
}

/** The same over the rivals of a rule and the dates of an event. */
export function makeVaried() {
  const sweep = makeSweep();
  const rest = { scale: 'linear', levels: 0, beyond_evidence: false };
  sweep.method = 'given';
  sweep.factors = [
    { name: 'rules.trust', label: 'rules.trust', unit: 'rival', low: null, high: null, choices: ['updated', 'fixed'], ...rest },
    { name: 'hand_in_drive[2].to', label: 'hand_in_drive[2].to', unit: 'date', low: ends[0], high: ends[1], choices: [], ...rest },
  ];
  sweep.points = rivals.flatMap((rival) =>
    ends.map((end) => ({
      name: `rules.trust=${rival}, hand_in_drive[2].to=${end}`,
      values: [rival, end],
      done: 4,
      failed: 0,
      estimates: estimates(0.2 + 0.2 * rival, 0.001),
    })),
  );
  return sweep;
}

export function makeSweep() {
  return {
    method: 'grid',
    headline: 'stopped_calling',
    factors: [
      {
        name: 'fee_base',
        label: 'Share that brokers keep',
        unit: 'share',
        low: 0.2,
        high: 0.4,
        scale: 'linear',
        levels: 3,
        choices: [],
        beyond_evidence: false,
      },
      {
        name: 'detection',
        label: 'Chance that a call is picked up',
        unit: 'probability',
        low: 0.001,
        high: 0.05,
        scale: 'logarithmic',
        levels: 2,
        choices: [],
        beyond_evidence: true,
      },
    ],
    headlines: [
      { id: 'stopped_calling', label: 'People who stopped calling', unit: 'people', explain: 'Fewer.' },
      { id: 'arrested', label: 'People arrested', unit: 'people', explain: 'In the campaign.' },
    ],
    points: fees.flatMap((fee) =>
      detections.map((detection) => ({
        name: `fee_base=${fee}, detection=${detection}`,
        values: [fee, detection],
        done: 16,
        failed: 0,
        estimates: estimates(fee, detection),
      })),
    ),
  };
}
