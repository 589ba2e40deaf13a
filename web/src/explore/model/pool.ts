// Workers, one a core, and the jobs that wait for them. Jobs that nobody wants any more are dropped
// before they begin; one that runs is let finish, since a run takes less than a blink: where it does not,
// its worker is replaced.
import ModelWorker from './worker?worker&inline';
import { compileModel } from './module';
import type { Answers, Job } from './wire';

/** Whose work it is: what is cancelled together. */
export type Tag = object;

interface Waiting {
  id: number;
  job: Job;
  tag: Tag;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** How long a job that nobody wants any more may go on. [ms] */
const patience = 1000;

/** Before all others, after them, or only while nothing else waits. */
export type Order = 'first' | 'last' | 'idle';

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

const mostWorkers = 8;

export class Pool implements Runner {
  private readonly workers: Worker[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private queue: Waiting[] = [];
  private idle: Waiting[] = [];
  private nextId = 1;

  static async start(): Promise<Pool> {
    const cores = Math.min(mostWorkers, navigator.hardwareConcurrency || 2);
    const pool = new Pool(await compileModel());
    for (let i = 0; i < cores; i += 1) pool.hire();
    return pool;
  }

  private constructor(private readonly module: WebAssembly.Module) {}

  get size(): number {
    return this.workers.length;
  }

  run<Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    tag: Tag,
    order: Order = 'last',
  ): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { id: this.nextId, job, tag, resolve, reject };
      this.nextId += 1;
      if (order === 'first') this.queue.unshift(waiting);
      else if (order === 'last') this.queue.push(waiting);
      else this.idle.push(waiting);
      this.handOut();
    });
  }

  cancel(tag: Tag): void {
    const dropped = [...this.queue, ...this.idle].filter((one) => one.tag === tag);
    this.queue = this.queue.filter((one) => one.tag !== tag);
    this.idle = this.idle.filter((one) => one.tag !== tag);
    for (const one of dropped) one.reject(new Cancelled('not wanted any more'));
    for (const [worker, job] of this.busy) {
      if (job.tag === tag) setTimeout(() => this.replaceIfBusy(worker, job), patience);
    }
  }

  private replaceIfBusy(worker: Worker, job: Waiting): void {
    if (this.busy.get(worker) !== job) return;
    this.dismiss(worker, new Cancelled('not wanted any more'));
  }

  /** Another worker takes the place of one that is of no use. */
  private dismiss(worker: Worker, why: Error): void {
    worker.terminate();
    this.busy.get(worker)?.reject(why);
    this.busy.delete(worker);
    this.hire(this.workers.indexOf(worker));
    this.handOut();
  }

  /** At a place: who follows others keeps their place, by which draws are handed out. */
  private hire(at = this.workers.length): void {
    const worker = new ModelWorker();
    worker.postMessage({ module: this.module });
    worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: never; problem?: string }>) => {
      const done = this.busy.get(worker);
      this.busy.delete(worker);
      if (done?.id === data.id) {
        if (data.problem === undefined) done.resolve(data.answer as never);
        else done.reject(new Error(data.problem));
      }
      this.handOut();
    };
    worker.onerror = (event) => this.dismiss(worker, new Error(event.message || 'a worker of the model failed'));
    this.workers[at] = worker;
  }

  private handOut(): void {
    this.workers.forEach((worker, number) => {
      if (this.busy.has(worker)) return;
      const next = this.queue.shift() ?? this.idleFor(number);
      if (!next) return;
      this.busy.set(worker, next);
      worker.postMessage({ id: next.id, job: next.job });
    });
  }

  /** A worker keeps the states of what it has drawn before: it takes these again first, and others' from the end. */
  private idleFor(number: number): Waiting | undefined {
    const own = this.idle.findIndex(({ job }) => job.kind !== 'drawn' || job.replicate % this.size === number);
    return own < 0 ? this.idle.pop() : this.idle.splice(own, 1)[0];
  }
}
