import { defineConfig } from 'vite';
import { carryModel, carryRules } from './scripts/carry.mjs';
import { demoData, inlineEverything } from './scripts/single_file.mjs';

export default defineConfig({
  base: './',
  plugins: [carryRules(), carryModel(), demoData(), inlineEverything('report.html')],
  build: {
    target: 'es2021',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
