import assert from 'node:assert/strict';
import { test } from 'node:test';
// @ts-expect-error Plain JavaScript, used by the build.
import { safeInlineScript, scriptSource } from '../scripts/single_file.mjs';
// @ts-expect-error Plain JavaScript, shared with the browser tests.
import { fillPage, scriptJson, token } from '../../tests/browser/support/page_file.mjs';

test('a script that speaks of a closing script does not end the element it stands in', () => {
  const safe = safeInlineScript('const a = "</script>", b = "<!--"; // </SCRIPT>');
  assert.doesNotMatch(safe, /<\/script|<!--/i);
  assert.match(safe, /<\\\/script>/);
});

test('the policy names a script by its hash, and a script that a page would change is refused', () => {
  // The digest of the empty text, and of "abc", as FIPS 180 has it.
  assert.equal(scriptSource(''), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
  assert.equal(scriptSource('abc'), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
  assert.throws(() => scriptSource('a\r\nb'));
  assert.throws(() => scriptSource('a\0b'));
});

test('data inside the page can hold any text and comes out as it went in', () => {
  const value = { text: '</script><!-- \u2028 $& $1 & <b>' };
  const json = scriptJson(value);
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(json), value);
  assert.equal(fillPage(`a${token}b`, value), `a${json}b`);
});

test('a page with two places for the data, or none, is refused', () => {
  assert.throws(() => fillPage(`${token}${token}`, {}), /2 times/);
  assert.throws(() => fillPage('', {}), /0 times/);
});
