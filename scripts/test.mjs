// `npm test`: installs when needed and runs every test on every database at hand. Words are handed to vitest.
import { checkNode, installPackages } from './prepare.mjs';
import { countsLine, runTests } from './run-tests.mjs';

checkNode();
installPackages();
const counts = runTests(process.argv.slice(2));
process.stdout.write(`${countsLine(counts)}\n`);
process.exitCode = counts.ok ? 0 : 1;
