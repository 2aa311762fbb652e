import { parseArgs } from 'node:util';
import { benchAudit } from './audit.bench.ts';
import { benchClassify } from './classify.bench.ts';
import { benchDocuments } from './documents.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchImportBesideWork } from './import-beside-work.bench.ts';
import { type BenchLine, type BenchOptions, printLines } from './measure.ts';
import { benchPaperEntry } from './paper-entry.bench.ts';
import { benchPlan } from './plan.bench.ts';
import { benchPlanRecall } from './plan-recall.bench.ts';
import { benchQuestionnaire } from './questionnaire.bench.ts';
import { benchStart } from './start.bench.ts';
import { benchTables } from './tables.bench.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    households: { type: 'string', default: '1000000' },
    'peer-households': { type: 'string', default: '10000' },
    'import-households': { type: 'string', default: '300000' },
    'beside-households': { type: 'string', default: '5000' },
    'audit-entries': { type: 'string', default: '3000000' },
    reviewed: { type: 'string', default: '300000,3000000' },
    'registry-sizes': { type: 'string', default: '10000,100000,300000' },
    certificates: { type: 'string', default: '1000' },
    'list-rows': { type: 'string', default: '5000' },
    help: { type: 'boolean', default: false },
  },
});

const BENCHES: Record<string, (options: BenchOptions) => Promise<BenchLine[]>> = {
  classify: benchClassify,
  questionnaire: benchQuestionnaire,
  'paper-entry': benchPaperEntry,
  plan: benchPlan,
  recall: benchPlanRecall,
  import: benchImport,
  beside: benchImportBesideWork,
  tables: benchTables,
  audit: benchAudit,
  start: benchStart,
  documents: benchDocuments,
};

if (values.help) {
  console.log(`npm run bench -- [--only ${Object.keys(BENCHES).join('|')}] [--households N] [--peer-households N]
  [--import-households N] [--beside-households N] [--audit-entries N] [--reviewed N,N] [--registry-sizes N,N,N]
  [--certificates N] [--list-rows N]`);
  process.exit(0);
}

const numbers = (text: string) => text.split(',').map(Number);
const options: BenchOptions = {
  households: Number(values.households),
  peerHouseholds: Number(values['peer-households']),
  importHouseholds: Number(values['import-households']),
  besideHouseholds: Number(values['beside-households']),
  auditEntries: Number(values['audit-entries']),
  reviewed: numbers(values.reviewed),
  registrySizes: numbers(values['registry-sizes']),
  certificates: Number(values.certificates),
  listRows: Number(values['list-rows']),
};

const lines: BenchLine[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  lines.push(...(await bench(options)));
}
printLines(lines);
process.exit(0);
