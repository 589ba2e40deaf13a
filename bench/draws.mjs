// What a draw of the belief costs in the page's model, processor time, one draw after another:
//
//   node bench/draws.mjs [draws]        TUMEN_WASM=FILE for another module; node's own options for other ways to compile it
//
// The program's own: tumen run hyesan-handin --threads 1 --replicates 1..20 less that of 1..8.
import { startEngine } from '../tests/browser/support/explorer.mjs';

const count = Number(process.argv[2] ?? 20);
const spec = { text: 'hyesan-handin', overrides: '' };
let before = process.cpuUsage();

/** Since it was asked last [ms]. */
function spent() {
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  return Math.round((user + system) / 1000);
}

const engine = await startEngine();
spent();
engine.answer({ kind: 'describe' });
console.log(`| reading what the model carries | ${spent()} ms |`);
engine.answer({ kind: 'load', spec });
console.log(`| loading a scenario | ${spent()} ms |`);
const draws = Array.from({ length: count }, (_, i) => {
  engine.answer({ kind: 'drawn', spec, seed: '1', replicate: i + 1, known: {} });
  return spent();
});
const mean = (some) => Math.round(some.reduce((sum, one) => sum + one, 0) / some.length);
console.log(`| draws 1 to ${Math.min(8, count)} | ${mean(draws.slice(0, 8))} ms |`);
if (count > 8) console.log(`| draws 9 to ${count} | ${mean(draws.slice(8))} ms |`);
