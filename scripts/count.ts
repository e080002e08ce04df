/**
 * Jest's JSON results of a CI run. `count.ts <file> ...` prints the closing line `N passed, M failed`; a suite that could
 * not run counts as failed. `count.ts --failed <file>` lists the suites that failed. Beside `all.json` may be `all-again.json`,
 * the second try of what failed there: its results stand in place of the first.
 */
import { existsSync, readFileSync } from 'node:fs';

interface Suite {
  name: string;
  status: 'passed' | 'failed';
  assertionResults: { status: string }[];
}

const read = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { testResults: Suite[] }).testResults;

function suitesOf(file: string): Suite[] {
  const again = file.replace(/\.json$/, '-again.json');
  const second = new Map(existsSync(again) ? read(again).map((suite) => [suite.name, suite]) : []);
  return read(file).map((first) => {
    const suite = second.get(first.name) ?? first;
    if (suite !== first && suite.status === 'passed') console.log(`passed at the second try only: ${suite.name}`);
    return suite;
  });
}

const countOf = (suite: Suite, status: string) =>
  suite.assertionResults.filter((result) => result.status === status).length;

const [option = '', ...rest] = process.argv.slice(2);
if (option === '--failed') {
  for (const suite of rest.flatMap(read)) if (suite.status === 'failed') console.log(suite.name);
} else {
  const suites = [option, ...rest].flatMap(suitesOf);
  const passed = suites.reduce((sum, suite) => sum + countOf(suite, 'passed'), 0);
  const failed = suites.reduce(
    (sum, suite) => sum + (suite.status === 'failed' ? Math.max(1, countOf(suite, 'failed')) : 0),
    0,
  );
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
