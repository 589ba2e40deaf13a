// Two Vite plugins: one puts script and style into the page, so that the build is one file that
// opens from disk without a server, and lets the page's policy run that script alone; the other shows
// the made-up report while developing.
import { createHash } from 'node:crypto';
import { fillPage } from '../../tests/browser/support/page_file.mjs';
import { makeReport } from '../../tests/browser/support/fixture.mjs';
import { noticesComment } from './notices.mjs';

/** An inline script ends at the first "</script" and changes meaning at "<!--": both are spelt otherwise. */
export function safeInlineScript(code) {
  return code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** What a Content-Security-Policy calls an inline script. A parser would read other line ends and NUL otherwise. */
export function scriptSource(code) {
  if (/[\r\0]/.test(code)) throw new Error('the script holds a character that a page changes');
  return `'sha256-${createHash('sha256').update(code, 'utf8').digest('base64')}'`;
}

/** Replaces the one occurrence of `tag` that `pattern` finds; the text is taken as it is. */
function replaceOnce(html, pattern, text) {
  if (!pattern.test(html)) throw new Error(`the page holds nothing like ${pattern}`);
  return html.replace(pattern, () => text);
}

export function inlineEverything(name) {
  return {
    name: 'tumen-inline-everything',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith('.html'));
      const scripts = files.filter((file) => file.type === 'chunk');
      const styles = files.filter((file) => file.fileName.endsWith('.css'));
      if (scripts.length !== 1) throw new Error('the bundle must be one script');

      let html = String(page.source);
      const code = safeInlineScript(scripts[0].code.trim());
      // A module script runs after the page is parsed wherever it stands.
      html = replaceOnce(html, /\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/, '');
      html = replaceOnce(html, /<\/body>/, `  <script type="module">${code}</script>\n  </body>`);
      html = replaceOnce(html, /script-src 'unsafe-inline'/, `script-src ${scriptSource(code)}`);
      const css = styles.map((style) => String(style.source).trim()).join('\n');
      html = html.replace(/\s*<link rel="stylesheet"[^>]*>/g, '');
      html = replaceOnce(html, /<\/head>/, `  <style>${css}</style>\n  </head>`);

      html = replaceOnce(html, /<\/html>/, `${noticesComment()}\n</html>`);

      for (const file of files) delete bundle[file.fileName];
      this.emitFile({ type: 'asset', fileName: name, source: html });
    },
  };
}

export function demoData() {
  return {
    name: 'tumen-demo-data',
    apply: 'serve',
    transformIndexHtml: (html) => fillPage(html, makeReport({ cities: 2 })),
  };
}
