// A made-up calibration with the shape of a real one.

const parameter = (id, scale, place) => {
  const at = (share) => (scale === 'linear' ? 0.1 + share * 0.3 : 0.001 * 50 ** share);
  return {
    id,
    label: `Meaning of ${id}`,
    unit: 'share',
    low: at(0),
    high: at(1),
    scale,
    beyond_evidence: id === 'fee_base',
    mean: at(place),
    median: at(place),
    q25: at(place - 0.1),
    q75: at(place + 0.1),
    q05: at(place - 0.2),
    q95: at(place + 0.2),
    shrinkage: 0.713,
    warnings: id === 'detection' ? ['it lies at the low end of its prior'] : [],
  };
};

const share = (value) => ({ n: 200, share: value, lo: value - 0.05, hi: value + 0.05, mean: 1.5 });

function pattern(id, role, fitted, before, after) {
  return {
    id,
    statement: `Statement of ${id}.`,
    scenario: 'hyesan-calm',
    role,
    fitted,
    prior: share(before),
    posterior: after === null ? null : share(after),
  };
}

export function makeCalibration() {
  const parameters = [
    parameter('fee_base', 'linear', 0.5),
    parameter('detection', 'logarithmic', 0.3),
    parameter('kin_abroad', 'linear', 0.7),
  ];
  const drawn = Array.from({ length: 50 }, (_, row) =>
    parameters.map(({ q05, q95 }, at) => q05 + (((row * 7 + at * 13) % 50) / 50) * (q95 - q05)),
  );
  return {
    finished: true,
    why: 'It ended after the 5 generations asked for.',
    particles: 200,
    effective_size: 141.6,
    replicates: 2,
    parameters,
    correlations: [
      [1, 0.42, null],
      [0.42, 1, -0.1],
      [null, -0.1, 1],
    ],
    patterns: [
      pattern('K1', 'calibrate', true, 0.2, 0.9),
      pattern('A9', 'held-out', false, 0.3, 0.4),
      pattern('P01', 'input', false, 0.5, null),
    ],
    generations: [
      {
        generation: 0,
        status: 'complete',
        threshold: null,
        proposals: 200,
        accepted: 200,
        failed: 3,
        effective_size: 197,
      },
    ],
    drawn,
    failures: [
      { reason: 'the shares sum to 1.1', count: 3, generation: 0, proposal: 17, seed: '9007199254740993' },
    ],
    warnings: ['The 200 particles count for 142 independent ones.'],
  };
}

export function makeDrawnFrom() {
  return {
    calibration: 'calibrate-hyesan-calm, seed 1',
    parameters: [{ id: 'fee_base', label: 'Fee', unit: 'share' }],
    draws: [{ replicate: 1, values: [0.3] }],
  };
}
