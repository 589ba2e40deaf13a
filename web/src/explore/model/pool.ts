// Workers, one a core, and the jobs that wait for them. Jobs that nobody wants any more are dropped
// before they begin; one that runs is let finish, since a run takes less than a blink: where it does not,
// its worker is replaced. What is told of a play takes longer than a blink: one more worker does nothing else. It
// keeps nothing that would be dear to lose, and ends at once where it is not wanted any more.
import ModelWorker from './worker?worker&inline';
import { compileModel } from './module';
import { roomOf, type Device } from './room';
import { Cancelled, Queue, type Order, type Queued, type Runner, type Tag } from './queue';
import type { Answers, Job, Spec } from './wire';
import type { Order as WorkerOrder, Sent } from './worker';

export { Cancelled, type Runner };

interface Waiting extends Queued {
  id: number;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** How long a job that nobody wants any more may go on. [ms] */
const patience = 1000;

/** So long after the last dot of an answer nothing long begins: who moves a control again finds free workers. [ms] */
const calmAfter = 125;

const mostWorkers = 8;

export class Pool implements Runner {
  private readonly workers: Worker[] = [];
  private teller: Worker | null = null;
  private readonly busy = new Map<Worker, Waiting>();
  private readonly queue = new Queue<Waiting>();
  /** The setting that a worker was given last: the same one need not be said again. */
  private readonly specs = new WeakMap<Worker, Spec>();
  private nextId = 1;
  private calmFrom = 0;
  private wake: ReturnType<typeof setTimeout> | undefined;

  static async start(): Promise<Pool> {
    const cores = Math.min(mostWorkers, navigator.hardwareConcurrency || 2);
    const pool = new Pool(await compileModel(), cores);
    for (let i = 0; i < cores; i += 1) pool.hire();
    return pool;
  }

  private constructor(
    private readonly module: WebAssembly.Module,
    private readonly cores: number,
  ) {}

  get size(): number {
    return this.workers.length;
  }

  run<Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    tag: Tag,
    order: Order = 'last',
  ): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { id: this.nextId, job, tag, order, resolve, reject };
      this.nextId += 1;
      this.queue.add(waiting);
      this.handOut();
    });
  }

  cancel(tag: Tag): void {
    for (const one of this.queue.drop(tag)) one.reject(new Cancelled('not wanted any more'));
    for (const [worker, job] of this.busy) {
      if (job.tag !== tag) continue;
      if (worker === this.teller) this.dismiss(worker, new Cancelled('not wanted any more'));
      else setTimeout(() => this.replaceIfBusy(worker, job), patience);
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
    if (worker === this.teller) this.teller = null;
    else this.hire(this.workers.indexOf(worker));
    this.handOut();
  }

  /** At a place: who follows others keeps their place, by which draws are handed out. */
  private hire(at = this.workers.length): void {
    this.workers[at] = this.newWorker();
  }

  private newWorker(): Worker {
    const worker = new ModelWorker();
    worker.postMessage({ module: this.module, room: roomOf(this.cores, navigator as Device) });
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
    return worker;
  }

  private handOut(): void {
    const calm = this.isCalm();
    this.workers.forEach((worker, number) => {
      if (this.busy.has(worker)) return;
      const beside = this.teller !== null && this.busy.has(this.teller) && number > 0 && number === this.size - 1;
      this.give(worker, this.queue.take(number, this.size, calm && !beside ? 'idle' : 'last'));
    });
    if (this.teller && this.busy.has(this.teller)) return;
    const telling = this.queue.takeTelling(calm ? 'last' : 'first');
    if (telling) this.give((this.teller ??= this.newWorker()), telling);
  }

  private give(worker: Worker, next: Waiting | undefined): void {
    if (!next) return;
    this.busy.set(worker, next);
    const { id, job } = next;
    const spec = 'spec' in job ? job.spec : null;
    const known = spec !== null && this.specs.get(worker) === spec;
    if (spec) this.specs.set(worker, spec);
    const order: WorkerOrder = { id, job: known ? ({ ...job, spec: null } as Sent<Job>) : job };
    worker.postMessage(order);
  }

  /** Whether no answer is being played, nor has been a moment ago; where that moment is not over, looks again after it. */
  private isCalm(): boolean {
    const now = performance.now();
    const answering = this.queue.has('answer') || [...this.busy.values()].some(({ order }) => order === 'answer');
    if (answering) this.calmFrom = now + calmAfter;
    clearTimeout(this.wake);
    if (!answering && now < this.calmFrom) this.wake = setTimeout(() => this.handOut(), this.calmFrom - now);
    return now >= this.calmFrom;
  }
}
