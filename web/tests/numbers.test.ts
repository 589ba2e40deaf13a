import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisUnit, counted, interval, plainNumber, quantity, shown, tied } from '../src/data/numbers';

const narrow = '\u202f';

test('a number carries no more digits than help to read it', () => {
  assert.equal(plainNumber(192680), '192,680');
  assert.equal(plainNumber(1234.56), '1,235');
  assert.equal(plainNumber(19.06), '19.1');
  assert.equal(plainNumber(2.345), '2.35');
  assert.equal(plainNumber(0.01234), '0.012');
  assert.equal(plainNumber(0), '0');
});

test('a negative number has a minus sign, and nothing is never negative', () => {
  assert.equal(plainNumber(-31), '\u221231');
  assert.equal(plainNumber(-0), '0');
});

test('shares and probabilities are read in per cent, money in yuan', () => {
  assert.equal(quantity(0.221, 'share'), `22.1${narrow}%`);
  assert.equal(quantity(0.0005, 'probability/day'), `0.05${narrow}%`);
  assert.equal(quantity(15000, 'CNY'), `15,000${narrow}CNY`);
  assert.equal(quantity(388, 'people'), '388');
  assert.equal(shown(0.5, '1'), 0.5);
});

test('what is not defined is said so, never drawn as zero', () => {
  assert.equal(quantity(null, 'share'), 'not defined');
  assert.equal(shown(null, 'people'), null);
  assert.equal(shown(Number.NaN, 'people'), null);
});

test('people and phones come whole, a few per cent with one decimal', () => {
  assert.equal(quantity(71.3, 'phones'), '71');
  assert.equal(quantity(38.5, 'people'), '38');
  assert.equal(quantity(39.5, 'people'), '40');
  assert.equal(quantity(-38.5, 'people'), '\u221238');
  assert.equal(quantity(2.5, 'people'), '2.5');
  assert.equal(quantity(0.0231424, 'share'), `2.3${narrow}%`);
});

test('a per cent sign stays with its number', () => {
  assert.equal(tied('within 1.5 %: enough, 90 % of'), 'within 1.5\u00a0%: enough, 90\u00a0% of');
});

test('an interval names both ends, with the same decimals', () => {
  assert.equal(interval(0.2, 0.267, 'share'), `20.0${narrow}% to 26.7${narrow}%`);
  assert.equal(interval(71.3, 101, 'phones'), '71 to 101');
  assert.equal(interval(-0.0001, 0.5, '1'), '0.00 to 0.50');
  assert.equal(interval(95, 338, 'phones'), '95 to 338');
  assert.equal(interval(null, null, 'phones'), 'not defined', 'once is enough');
  assert.equal(interval(null, 3, 'phones'), 'not defined to 3');
  assert.equal(interval(-0.026, 0.01, 'share'), `\u22122.6${narrow}% to 1.0${narrow}%`);
});

test('a number that stands alone has its unit once, in words where it is long', () => {
  assert.equal(counted(-195.4, 'phones'), '\u2212195 phones');
  assert.equal(counted(0.2194, 'share'), `21.9${narrow}%`);
  assert.equal(counted(22623, 'CNY'), `22,623${narrow}CNY`);
  assert.equal(counted(-0.006772, '1'), '\u22120.0068');
  assert.equal(counted(0.25, '1/year'), '0.25 a year');
  assert.equal(counted(null, 'phones'), 'not defined');
});

test('a flow is counted a day, a stock is not', () => {
  assert.equal(axisUnit('people', 'flow'), 'people a day');
  assert.equal(axisUnit('people', 'stock'), 'people');
  assert.equal(axisUnit('share', 'level'), 'per cent (%)');
  assert.equal(axisUnit('CNY', 'flow'), 'yuan (CNY) a day');
  assert.equal(axisUnit('CNY/day', 'flow'), 'yuan (CNY) a day');
});
