// What a made-up report opens with, in the shape of src/report/parts/first_part.cpp.

/** Normal quantiles at the middles of twenty equal shares, and the 5, 50 and 95 % points. */
const shares = [-1.96, -1.44, -1.15, -0.93, -0.76, -0.6, -0.45, -0.32, -0.19, -0.06].flatMap((z) => [z, -z]);

export function spreadOf(middle, deviation, plays = 64) {
  return {
    lo: middle - 1.645 * deviation,
    middle,
    hi: middle + 1.645 * deviation,
    dots: (plays < 64 ? shares.slice(0, plays) : shares).map((z) => middle + z * deviation).sort((a, b) => a - b),
    plays,
  };
}

const row = (name, id, unit, spread, more = {}) => ({ row: name, id, unit, spread, ...more });

/** RandomKey alone. */
export function firstOfRun(plays = 64) {
  return {
    drawn: 'luck',
    plays,
    failed: 0,
    rows: [
      row('official', 'handed_in', 'phones', spreadOf(201, 9, plays)),
      row('changed', 'stopped_calling', 'people', spreadOf(430, 14, plays)),
      row('gap', 'gap', 'phones', spreadOf(47, 0.9, plays)),
    ],
    others: [],
  };
}

/** Every play with values of its own: both bars, and a yardstick. */
export function firstOfValues({ times = 1, plays = 2048 } = {}) {
  const scaled = (middle, deviation) => spreadOf(times * middle, times * deviation, plays);
  const luck = (lo, hi) => ({ lo: times * lo, hi: times * hi });
  return {
    drawn: 'values',
    plays,
    failed: 3,
    rows: [
      row('official', 'handed_in', 'phones', scaled(201, 90), { luck: luck(186, 216), yardstick: 0 }),
      row('changed', 'stopped_calling', 'people', scaled(430, 200), { luck: luck(407, 453), yardstick: 0 }),
      row('gap', 'gap', 'phones', scaled(47, 17), { luck: luck(46, 48) }),
    ],
    others: [],
  };
}

const fact = (id, label, more = {}) => ({ id, label, kind: 'value', unit: 'share', index: '', ...more });

/** What stands beside a run whose gap crosses one each, in the shape of src/report/parts/doubt_part.cpp. */
export const doubtOfValues = {
  about: 'official_per_changed',
  unit: 'phones',
  shares: { luck: { share: 0.095, error: 0.02 }, values: { share: 0.75, error: 0.05 }, rules: { share: 0.155, error: 0.05 } },
  turns: {
    side: 'at most',
    point: 100,
    draws: 1536,
    reversed: 430,
    share: 0.375,
    at_most: null,
    bounds: [
      { ...fact('kin_abroad', 'Households with kin abroad who send'), choice: '', side: 'above', at: 0.06, middle: 0.04 },
      { id: 'rules.deterrence', label: 'which rule holds: deterrence', kind: 'rule', unit: '', index: '', choice: 'certainty', side: null, at: null, middle: null },
    ],
    density: 0.83,
    coverage: 0.4,
  },
  narrows: {
    asked: 190,
    equal: 2,
    today: [36, 340],
    most: [
      { ...fact('phone_share.family', 'Adults of the role who hold a working foreign phone', { index: 'family' }), width_left: 0.7, then: [60, 260] },
      { ...fact('dead_phone_price', 'Price of a dead phone over that of a working one', { unit: '1' }), width_left: 0.8, then: [55, 290] },
    ],
    ask: { id: 'Q1', label: 'phones per 100 households', kind: 'question' },
  },
  stands: [
    { id: 'fewer-phones', statement: 'Fewer working phones are held at the end of the drive than without it.', share: 1, draws: 2048 },
    { id: 'still-silent', statement: 'From the second month after the drive on fewer people call than without it.', share: 0.98, draws: 2048 },
  ],
};

/** The gap crosses one each: more phones in some plays, more people in others. */
export function firstOfDoubt(doubt = doubtOfValues) {
  const first = firstOfValues();
  const [official, changed, gap] = first.rows;
  const wide = { ...gap, spread: spreadOf(188, 92, 2048), luck: { lo: 170, hi: 206 }, over: 0.625 };
  return { ...first, rows: [official, changed, wide], doubt };
}

const compared = (name, id, unit, a, b, spread, fewer, more, small) => ({
  row: name,
  id,
  unit,
  a,
  b,
  spread,
  fewer,
  more,
  ...(small !== undefined && { small }),
});

/** Against one other: fewer, about as many, open, and a share. */
export function firstOfComparison(sign = 1) {
  const mirrored = (fewer, more) => (sign > 0 ? [fewer, more] : [more, fewer]);
  const rows = [
    compared('official', 'handed_in', 'phones', 201, 92, spreadOf(-109 * sign, 40), ...mirrored(1, 0)),
    compared('changed', 'stopped_calling', 'people', 430, 427, spreadOf(-3 * sign, 12), ...mirrored(0.6, 0.38), 45),
    compared('changed', 'arrested', 'people', 38, 45, spreadOf(7 * sign, 6), ...mirrored(0.12, 0.85)),
    compared('changed', 'fee_rise', 'share', 0.2, 0.22, spreadOf(0.02 * sign, 0.005), ...mirrored(0, 1)),
  ];
  return {
    ...firstOfRun(),
    others: [{ name: 'hyesan-coercion', title: 'Hyesan: nothing is promised', rows }],
  };
}

/** Against one other in plays that each have values of their own: luck lies within, and a rule may disagree. */
export function firstOfDrawnComparison(plays = 2048) {
  const drawn = (name, id, unit, a, b, spread, luck, ways, more = {}) => ({ ...compared(name, id, unit, a, b, spread, ...ways), luck, ...more });
  const rows = [
    drawn('official', 'handed_in', 'phones', 201, 92, spreadOf(-109, 40, plays), { lo: -115, hi: -103 }, [1, 0], { but: ['oath=none'] }),
    drawn('changed', 'stopped_by_campaign', 'people', 430, 427, spreadOf(-3, 12, plays), null, [0.6, 0.38], { small: 45, within: 0.97 }),
  ];
  const days = "Where a number is of the campaign's days, these are those of a in both, 2020-10-01 to 2020-12-31: the campaign of b is 2021-01-09 to 2021-03-09.";
  return { ...firstOfValues({ plays }), others: [{ name: 'hyesan-coercion', title: 'Hyesan: nothing is promised', rows, days }] };
}
