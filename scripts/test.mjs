// Runs every check one after another, whatever fails on the way, and ends with the sum:
// `N passed, N failed, N skipped`. A check counts as one, a test as one.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * @typedef {object} Part
 * @property {string} script the npm script to run
 * @property {boolean} [tests] whether it runs tests, which are then counted one by one
 * @property {string} repair what to do when it fails
 */

/** @type {Part[]} */
const parts = [
  { script: 'typecheck', repair: 'correct the types, then `npm run typecheck`' },
  { script: 'lint', repair: '`npm run fix` corrects most of it' },
  {
    script: 'imports',
    repair: 'the rules are the table in .dependency-cruiser.mjs; `npm run imports`',
  },
  { script: 'deadcode', repair: 'delete what nothing uses, then `npm run deadcode`' },
  { script: 'test:unit', tests: true, repair: '`npm run test:unit -- -t "NAME"` runs one test' },
  { script: 'build', repair: '`npm run build`' },
  { script: 'test:e2e', tests: true, repair: '`npm run build && npm run test:e2e -- -t "NAME"`' },
  { script: 'test:electron', tests: true, repair: '`npm run build && npm run test:electron`' },
];

const reports = 'node_modules/.cache/test';
const sum = { passed: 0, failed: 0, skipped: 0 };
let testsRun = 0;
/** @type {string[]} */
const skipped = [];
/** @type {string[]} */
const failures = [];

mkdirSync(reports, { recursive: true });
for (const part of parts) {
  console.log(`\n== ${part.script}`);
  const started = performance.now();
  const report = `${reports}/${part.script.replace(':', '-')}.json`;
  rmSync(report, { force: true });
  const succeeded = await run(
    `npm run --silent ${part.script}` +
      (part.tests ? ` -- --reporter=default --reporter=json --outputFile.json=${report}` : ''),
  );
  const [failedBefore, runBefore] = [sum.failed, testsRun];
  if (part.tests) countTests(report);
  else if (succeeded) sum.passed += 1;
  // Also a test run that broke without one failing test to show for it.
  if (!succeeded && sum.failed === failedBefore) sum.failed += 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const failed = sum.failed > failedBefore;
  const ending = failed ? 'failed' : part.tests && testsRun === runBefore ? 'skipped' : 'passed';
  console.log(`-- ${part.script} ${ending} in ${seconds} s`);
  if (failed) failures.push(`${part.script}: ${part.repair}`);
}

list('Skipped', skipped);
list('Failed', failures);
if (testsRun === 0) console.log('\nNo test ran.');
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || testsRun === 0 ? 1 : 0;

/**
 * @param {string} command
 * @returns {Promise<boolean>} whether it ended well
 */
function run(command) {
  return new Promise((resolve) => {
    // npm is a script that only a shell finds on Windows.
    spawn(command, { shell: true, stdio: 'inherit' }).on('close', (code) => resolve(code === 0));
  });
}

/** @param {string} file Vitest's JSON report */
function countTests(file) {
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return; // Vitest ended before it could write one: the part itself counts as failed.
  }
  for (const { name, status: ending, assertionResults } of report.testResults) {
    // A file can fail without a failing test: it did not load, or what prepares its tests failed.
    if (ending === 'failed' && !assertionResults.some(({ status }) => status === 'failed')) {
      sum.failed += 1;
    }
    for (const { status, fullName } of assertionResults) {
      if (status === 'passed') sum.passed += 1;
      else if (status === 'failed') sum.failed += 1;
      else {
        sum.skipped += 1;
        skipped.push(`${relative('.', name)}: ${fullName}`);
        continue;
      }
      testsRun += 1;
    }
  }
}

/**
 * @param {string} heading
 * @param {string[]} lines
 */
function list(heading, lines) {
  if (lines.length > 0)
    console.log(`\n${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
