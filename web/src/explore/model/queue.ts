// What is asked of the model, and in which order it is done.
import type { Answers, Job } from './wire';

/** Whose work it is: what is cancelled together. */
export type Tag = object;

/** From what goes before everything else to what is done only while nothing else waits. */
const orders = ['first', 'answer', 'last', 'ahead', 'rest', 'idle'] as const;
export type Order = (typeof orders)[number];

export class Cancelled extends Error {}

export interface Runner {
  run<Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    tag: Tag,
    order?: Order,
  ): Promise<Answers[Kind]>;
  cancel(tag: Tag): void;
  readonly size: number;
}

export interface Queued {
  job: Job;
  tag: Tag;
  order: Order;
}

/** Of one play, for whoever tells it: long, and of no use once something has moved. */
const tellings: Job['kind'][] = ['chronicle', 'wards', 'diary', 'households'];
const isTelling = ({ job }: Queued) => tellings.includes(job.kind);

/** A play that another worker has kept is dear anywhere else: of the answer's, fewer than these are left to it. */
const worthTaking = 4;

function takeFirst<Entry>(waiting: Entry[], wanted: (one: Entry) => boolean): Entry | undefined {
  const at = waiting.findIndex(wanted);
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

export class Queue<Entry extends Queued> {
  private readonly waiting: Record<Order, Entry[]> = { first: [], answer: [], last: [], ahead: [], rest: [], idle: [] };

  add(entry: Entry): void {
    if (entry.order === 'first') this.waiting.first.unshift(entry);
    else this.waiting[entry.order].push(entry);
  }

  has(order: Order): boolean {
    return this.waiting[order].length > 0;
  }

  /** Those of a tag, which wait no more. */
  drop(tag: Tag): Entry[] {
    const dropped: Entry[] = [];
    for (const order of orders) {
      dropped.push(...this.waiting[order].filter((one) => one.tag === tag));
      this.waiting[order] = this.waiting[order].filter((one) => one.tag !== tag);
    }
    return dropped;
  }

  /** What worker `number` of so many does next; `until`: nothing that may wait longer than that. */
  take(number: number, workers: number, until: Order = 'idle'): Entry | undefined {
    for (const order of orders) {
      const next =
        order === 'last'
          ? takeFirst(this.waiting.last, (one) => !isTelling(one))
          : this.oneOf(this.waiting[order], number, workers, order === 'answer' ? worthTaking : 1);
      if (next || order === until) return next;
    }
    return undefined;
  }

  /** What the worker does next that tells of plays and does nothing else; `until` as above. */
  takeTelling(until: Order = 'last'): Entry | undefined {
    const first = takeFirst(this.waiting.first, isTelling);
    return first ?? (until === 'first' ? undefined : takeFirst(this.waiting.last, isTelling));
  }

  /** A worker keeps the states of what it has drawn before: it takes these again first, and others' from the end. */
  private oneOf(waiting: Entry[], number: number, workers: number, fewest: number): Entry | undefined {
    const own = waiting.findIndex(({ job }) => job.kind !== 'drawn' || job.replicate % workers === number);
    if (own >= 0) return waiting.splice(own, 1)[0];
    return waiting.length >= fewest ? waiting.pop() : undefined;
  }
}
