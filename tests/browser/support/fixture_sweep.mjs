// A made-up sweep over two parameters with the shape of a real one.

const fees = [0.2, 0.3, 0.4];
const detections = [0.001, 0.05];

function estimates(fee, detection) {
  const mean = 300 + 400 * fee + 1000 * detection;
  return [
    [mean, mean - 20, mean + 20],
    fee === 0.3 && detection === 0.05 ? null : [12, 9, 15],
  ];
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
        beyond: false,
      },
      {
        name: 'detection',
        label: 'Chance that a call is picked up',
        unit: 'probability',
        low: 0.001,
        high: 0.05,
        scale: 'logarithmic',
        beyond: true,
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
