// Vite plugins that put into the page what other parts of the project make: the model as WebAssembly,
// and the rules as the model's description states them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export function modelFile() {
  return process.env.TUMEN_WASM ?? inRoot('build/wasm/tumen.wasm');
}

/** Gzip, then base64: a third of the size, and text that no parser of HTML stumbles over. */
export function packedModel(path = modelFile()) {
  if (!existsSync(path)) {
    throw new Error(`The model for the browser, ${path}, is not built. Run: make wasm`);
  }
  return gzipSync(readFileSync(path), { level: 9 }).toString('base64');
}

export function carryModel() {
  return {
    name: 'tumen-carry-model',
    transformIndexHtml: (html) => {
      const carrier = `<script type="application/gzip;base64" id="model">${packedModel()}</script>`;
      const at = html.indexOf('<script type="application/json"');
      if (at < 0) throw new Error('the page has no place for the data');
      return `${html.slice(0, at)}${carrier}\n    ${html.slice(at)}`;
    },
  };
}

/** "### Hand-in" to { rule: 'hand_in', heading: 'Hand-in', text }: the submodels of the ODD. */
export function submodels(markdown) {
  const part = markdown.split(/^## 7 Submodels$/m)[1]?.split(/^## /m)[0];
  if (!part) throw new Error('docs/model.md has no section "7 Submodels"');
  const pieces = part.split(/^### /m).slice(1);
  return pieces.map((piece) => {
    const [heading, ...lines] = piece.split('\n');
    const text = lines.join('\n').replace(/^```$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
    return { rule: heading.trim().toLowerCase().replace(/[^a-z]+/g, '_'), heading, text };
  });
}

export function carryRules() {
  const id = '\0virtual:odd';
  return {
    name: 'tumen-carry-rules',
    resolveId: (name) => (name === 'virtual:odd' ? id : undefined),
    load: (name) => {
      if (name !== id) return undefined;
      const rules = submodels(readFileSync(inRoot('docs/model.md'), 'utf8'));
      const shown = rules.filter(({ rule }) => rule !== 'parameters');
      return `export default ${JSON.stringify(shown)};`;
    },
  };
}
