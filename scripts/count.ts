/** Adds up jest's JSON results and prints the closing line `N passed, M failed`. A suite that could not run counts as failed. */
import { readFileSync } from 'node:fs';

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

const results = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as JestResult);
const sum = (of: (result: JestResult) => number) => results.reduce((total, result) => total + of(result), 0);
const passed = sum((result) => result.numPassedTests);
const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
