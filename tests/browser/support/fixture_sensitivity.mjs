// A made-up analysis of sensitivity with the shape of a real one.

const around = (value, half) => ({ value, lo: value - half, hi: value + half });

function factor(method, name, strength, rank, standing) {
  const scale = method === 'morris' ? 100 : 1;
  const base = {
    name,
    strength: around(strength * scale, 0.1 * scale),
    ...(method === 'morris'
      ? { mu: around(-strength * scale, 0.1 * scale), sigma: around(0.3 * scale, 0.1 * scale) }
      : { first: around(strength - 0.05, 0.08), total: around(strength, 0.1) }),
  };
  const nobody = { headline: 'stopped_calling', unit: 'people', standing: null, best: null, worst: null, sentence: '' };
  if (!rank) return { ...nobody, ...base };
  const [best, worst] = rank;
  return { ...nobody, ...base, standing, best, worst, sentence: `${name}: a sentence about it.` };
}

function headline(method, id, label, sentence) {
  const factors = [
    factor(method, 'promise_breach', 0.8, [1, 1], 'told'),
    factor(method, 'detection', 0.3, [2, 3], 'told'),
    factor(method, 'raid', 0.02, [2, 3], 'not told from nothing'),
  ];
  const samples = method === 'morris' ? [5, 10, 20] : [16, 32, 64, 128];
  return {
    id,
    label,
    unit: 'people',
    mean: 300,
    deviation: 60,
    planned: 60,
    used: 58,
    luck: { points: 80, replicates: 4, of_runs: 0.12, of_means: 0.03 },
    factors,
    dummy: factor(method, 'dummy', 0.01),
    growth: samples.map((count) => ({
      samples: count,
      strengths: factors.map(({ strength }) => strength),
    })),
    sentences: [sentence],
  };
}

function parameter(name, beyond) {
  return { name, label: `Meaning of ${name}`, unit: 'share', low: 0.1, high: 0.6, scale: 'linear', levels: 0, choices: [], beyond_evidence: beyond };
}

/** Parameters near each other in Morris's picture, all told from luck. */
function crowdOf(count) {
  return Array.from({ length: count }, (_, i) => ({
    ...factor('morris', `crowded_number_${i + 1}`, 0.2 + ((i * 7) % count) * 0.01, [1, count], 'told'),
    sigma: around(20 + ((i * 5) % count), 5),
  }));
}

/** crowd: how many parameters of the first headline lie near each other; else there are three. */
export function makeSensitivity(method, { crowd } = {}) {
  const made = makePlain(method);
  if (crowd) made.headlines[0].factors = crowdOf(crowd);
  return made;
}

function makePlain(method) {
  return {
    method,
    samples: method === 'morris' ? 20 : 128,
    points: 80,
    replicates: 4,
    failed: 2,
    missing: 0,
    warnings: ['2 of 7 runs failed; what rests on them is left out.'],
    parameters: [
      parameter('promise_breach', false),
      parameter('detection', false),
      parameter('raid', true),
    ],
    headlines: [
      headline(method, 'stopped_calling', 'People who stopped calling', 'Two parameters count.'),
      headline(method, 'arrested', 'People arrested', 'People arrested: none of 3 parameters.'),
    ],
  };
}
