// Made-up runs of a border city: a few lines of arithmetic with luck, enough to look like the
// product's results. Nothing here is a result of the model.

/** A small generator with a fixed sequence, so that every fixture is the same. */
export function luck(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function normal(draw) {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

function count(draw, mean) {
  return Math.max(0, Math.round(mean + Math.sqrt(Math.max(mean, 0)) * normal(draw)));
}

function oneRun(draw, days, size, drive) {
  const out = {
    calling: [],
    phones_held: [],
    handed_in: [],
    fee: [],
    need_kin: [],
    arrested: [],
  };
  const trend = 1 + 0.08 * normal(draw);
  let calling = 5200 * size * (1 + 0.02 * normal(draw));
  let phones = 8100 * size * (1 + 0.015 * normal(draw));
  let fee = 0.22 + 0.008 * normal(draw);
  let fear = 0;
  for (let day = 0; day < days; day += 1) {
    const inside = day >= drive.from && day <= drive.to;
    const near = inside ? Math.exp((day - drive.to) / 9) : 0;
    fear += ((inside ? 0.5 + near : 0.05) - fear) * 0.06;
    const target = 5200 * size * (1 - 0.28 * fear * trend);
    calling += (target - calling) * 0.05 + 14 * size * normal(draw);
    const handed = inside ? count(draw, (34 + 260 * near) * size * trend) : 0;
    phones += -0.03 * handed + 6 * size * normal(draw) + (8100 * size - phones) * 0.004;
    fee += (0.22 + 0.16 * fear - fee) * 0.08 + 0.002 * normal(draw);
    out.calling.push(Math.round(calling));
    out.phones_held.push(Math.round(phones));
    out.handed_in.push(handed);
    out.fee.push(fee);
    out.need_kin.push(0.24 + 0.05 * fear + 0.003 * normal(draw));
    out.arrested.push(count(draw, (0.35 + 0.9 * fear * (day > drive.to ? 1.6 : 1)) * size));
  }
  return out;
}

export function makeRuns({ seed, days, replicates, size, drive }) {
  const draw = luck(seed);
  return Array.from({ length: replicates }, () => oneRun(draw, days, size, drive));
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

const bands = { q05: 0.05, q25: 0.25, q50: 0.5, q75: 0.75, q95: 0.95 };

export function seriesOf(city, observable, runs) {
  const days = runs[0][observable].length;
  const out = { city, observable };
  for (const [name, share] of Object.entries(bands)) {
    out[name] = Array.from({ length: days }, (_, day) => {
      const value = quantile(
        runs.map((run) => run[observable][day]),
        share,
      );
      return Number(value.toPrecision(6));
    });
  }
  return out;
}

export function sumRuns(one, other) {
  return one.map((run, index) => {
    const out = {};
    for (const key of Object.keys(run)) {
      out[key] = run[key].map((value, day) => value + other[index][key][day]);
    }
    return out;
  });
}
