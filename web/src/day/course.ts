// The days of one play as the picture needs them: for each day and ward who calls, who is quiet, what was counted,
// who is followed, who has signed; and the money of the day, from ward to ward.
import type { Observable, WardRun } from '../explore/model/wire';
import type { People } from '../story/people';

export interface WardDay {
  calling: number;
  quiet: number;
  /** Phones handed in so far. */
  counted: number;
  followed: number;
  /** Signatures since the first day, as a share of free adults. */
  signed: number;
}

export interface Transfer {
  /** Of the household that asked. */
  ward: number;
  /** Of the broker; null where none was found. */
  broker: number | null;
}

export interface Course {
  days: number;
  wards: number;
  at: (day: number, ward: number) => WardDay;
  city: (day: number) => WardDay & { signers: number };
  transfers: (day: number) => Transfer[];
}

const callers = ['calling_residents', 'calling_families', 'calling_smugglers', 'calling_brokers'];
/** People of the city who call, day by day. */
export function callingByDay(run: WardRun, observables: readonly Observable[]): number[] {
  const width = observables.length;
  const columns = observables.flatMap(({ name }, at) => (callers.includes(name) ? [at] : []));
  return Array.from({ length: run.days }, (_, day) =>
    columns.reduce((sum, column) => sum + (run.city[day * width + column] ?? 0), 0),
  );
}

const handedIn = ['decoys_professional', 'decoys_family', 'real_professional', 'real_family'];

function transfersByDay(people: People, days: number): Transfer[][] {
  const list: Transfer[][] = Array.from({ length: days }, () => []);
  people.inOrder.forEach((one, at) => {
    if (one.event !== 'served' || one.day < 0 || one.day >= days) return;
    const next = people.inOrder[at + 1];
    const found = one.outcome === 'money arrives' && next?.event === 'served_a_family';
    list[one.day]?.push({
      ward: people.wardOf(one.household),
      broker: found && next ? people.wardOf(next.household) : null,
    });
  });
  return list;
}

/** Signatures since the first day, day by day and place by place, the last the city: the column also holds who signed before. */
function signedByDay(people: People, days: number, wards: number): Float64Array {
  const places = wards + 1;
  const signed = new Float64Array(days * places);
  for (const { event, day, household } of people.inOrder) {
    if (event !== 'signed_oath' || day < 0 || day >= days) continue;
    for (const place of [people.wardOf(household), wards]) signed[day * places + place] = (signed[day * places + place] ?? 0) + 1;
  }
  for (let at = places; at < signed.length; at += 1) signed[at] = (signed[at] ?? 0) + (signed[at - places] ?? 0);
  return signed;
}

export function courseOf(run: WardRun, observables: Observable[], people: People): Course {
  const { days, wards } = run;
  const width = observables.length;
  const column = (id: string) => observables.findIndex(({ name }) => name === id);
  const callingColumns = callers.map(column);
  const handedColumns = handedIn.map(column);
  const [phones, followed, free] = ['phones_held', 'followed', 'free_adults'].map(column);
  const places = wards + 1; // the last is the city
  const values = new Float64Array(days * places * 6);
  const read = (rows: Float64Array, row: number, columns: number[]) =>
    columns.reduce((sum, one) => sum + (one < 0 ? 0 : (rows[row * width + one] ?? 0)), 0);
  const counted = new Float64Array(places);
  const signed = signedByDay(people, days, wards);
  for (let day = 0; day < days; day += 1) {
    for (let place = 0; place < places; place += 1) {
      const rows = place === wards ? run.city : run.byWard;
      const row = place === wards ? day : day * wards + place;
      const calling = read(rows, row, callingColumns);
      counted[place] = (counted[place] ?? 0) + read(rows, row, handedColumns);
      const signers = signed[day * places + place] ?? 0;
      const adults = read(rows, row, [free ?? -1]);
      values.set(
        [
          calling,
          Math.max(0, read(rows, row, [phones ?? -1]) - calling),
          counted[place] ?? 0,
          read(rows, row, [followed ?? -1]),
          adults > 0 ? Math.min(1, signers / adults) : 0,
          signers,
        ],
        (day * places + place) * 6,
      );
    }
  }
  const at = (day: number, place: number): WardDay & { signers: number } => {
    const from = (Math.min(Math.max(day, 0), days - 1) * places + place) * 6;
    const [calling = 0, quiet = 0, handed = 0, watched = 0, share = 0, signers = 0] = values.subarray(from, from + 6);
    return { calling, quiet, counted: handed, followed: watched, signed: share, signers };
  };
  const transfers = transfersByDay(people, days);
  return { days, wards, at, city: (day) => at(day, wards), transfers: (day) => transfers[day] ?? [] };
}
