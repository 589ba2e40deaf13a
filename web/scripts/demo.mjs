// Writes dist/demo.html: the built page filled with a made-up report, to look at.
import { readFileSync, writeFileSync } from 'node:fs';
import { fillPage } from '../../tests/browser/support/page_file.mjs';
import { makeReport } from '../../tests/browser/support/fixture.mjs';

const page = readFileSync(new URL('../dist/report.html', import.meta.url), 'utf8');
const out = new URL('../dist/demo.html', import.meta.url);
writeFileSync(out, fillPage(page, makeReport({ cities: 2 })));
console.log(`wrote ${out.pathname}`);
