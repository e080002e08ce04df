import { splitMobile } from './views.ts';

test.each([
  ['+14155550100', '+1', '4155550100'],
  ['+79161234567', '+7', '9161234567'],
  ['+442071838750', '+44', '2071838750'],
  ['+971501234567', '+971', '501234567'],
  ['+9607771234', '+960', '7771234'],
  ['+37121234567', '+371', '21234567'],
  ['', '', ''],
])('the number %s is split after its country code', (mobile, prefix, number) => {
  expect(splitMobile(mobile)).toEqual({ prefix, number });
});
