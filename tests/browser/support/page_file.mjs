// Fills the page with a report the way the product does: by replacing one token with JSON that
// cannot end the script element it stands in.

export const token = '__TUMEN_REPORT_DATA__';

const escapes = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export function scriptJson(value) {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign]);
}

export function fillPage(html, report) {
  const parts = html.split(token);
  if (parts.length !== 2) {
    throw new Error(`the page must hold the token once, and holds it ${parts.length - 1} times`);
  }
  return parts[0] + scriptJson(report) + parts[1];
}
