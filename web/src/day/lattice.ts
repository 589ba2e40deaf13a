// Where the circles of the wards stand: rows on a lattice, each second one shifted by half. There is no north in
// it and no shape of a city.

export interface Spot {
  x: number;
  y: number;
}

export interface Lattice {
  spots: Spot[];
  radius: number;
  height: number;
}

const rimSpace = 11;

function rowsOf(count: number, columns: number): number[] {
  const rows: number[] = [];
  let left = count;
  while (left > 0) {
    const wanted = rows.length % 2 === 0 ? columns : columns - 1;
    const row = Math.min(left, Math.max(1, wanted));
    rows.push(row);
    left -= row;
  }
  return rows;
}

function radiusFor(columns: number, rows: number, width: number, height: number): number {
  const across = width / (2 * columns + 0.16 * columns);
  const down = (height - rows * rimSpace) / (rows * 1.96 + 0.04);
  return Math.min(across, down);
}

/** The number of columns with the largest circles. */
export function latticeOf(count: number, width: number, height: number): Lattice {
  let best = { columns: 1, radius: 0 };
  for (let columns = 1; columns <= Math.max(2, count); columns += 1) {
    const radius = radiusFor(columns, rowsOf(count, columns).length, width, height);
    if (radius > best.radius) best = { columns, radius };
  }
  const { columns, radius } = best;
  const rows = rowsOf(count, columns);
  const step = width / columns;
  const down = 2 * radius + rimSpace - 2;
  const spots = rows.flatMap((length, row) =>
    Array.from({ length }, (_, i) => ({
      x: step * (i + (row % 2 === 0 ? 0.5 : 1)),
      y: rimSpace + radius + row * down,
    })),
  );
  return { spots, radius, height: rimSpace + radius + (rows.length - 1) * down + radius + 3 };
}

const golden = Math.PI * (3 - Math.sqrt(5));

/** Places of dots within a circle, spread evenly, each ward turned another way; between rim and slips. */
export function dotPlaces(count: number, ward: number, radius: number): Spot[] {
  const reach = radius * 0.66;
  return Array.from({ length: count }, (_, i) => {
    const far = reach * Math.sqrt((i + 0.6) / Math.max(count, 6));
    const turn = i * golden + ward * 1.7;
    return { x: far * Math.cos(turn), y: far * Math.sin(turn) * 0.9 - radius * 0.1 };
  });
}
