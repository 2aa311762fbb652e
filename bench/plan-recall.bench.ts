import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPlanDocument } from '@benvung/domain/plan/check/check-plan-document';
import type { Finding } from '@benvung/domain/plan/check/finding';
import type { PlanDocument } from '@benvung/domain/plan/document/plan-document';
import { readPlanDocument } from '@benvung/domain/plan/document/read-plan-document';
import { placeIn } from '@benvung/domain/plan/document/source-place';
import { regulations } from '../apps/server/src/standard/read-regulations.ts';
import { PHRASES } from '../tests/plan/phrases.cases.ts';
import type { BenchLine } from './measure.ts';
import { MUTATORS, type Mutation } from './plan-mutators.ts';

const FLOOR = 0.85;
const HOSTS_A_PHRASE = 4;
/** Rules whose word on an injected sentence depends on what the host says: its day, its tables, its own values. */
const OF_THE_HOST =
  /^(?:cite\.(?:later|ended|two-dates)|deadline|target\.two-values|table\.prose|text\.repeated-paragraph|duty|project)/u;

interface Host {
  readonly name: string;
  readonly text: string;
  /** Errors and warnings of the text as it stands, with how often each is told. */
  readonly told: ReadonlyMap<string, number>;
}

interface Met {
  readonly rule: string;
  readonly line: number;
}

function metIn(text: string): Met[] {
  const document = readPlanDocument(text);
  const { legalActs, planLexicon } = regulations();
  return checkPlanDocument(document, { acts: legalActs, lexicon: planLexicon })
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => ({ rule: finding.rule, line: lineOf(document, finding) }));
}

const lineOf = (document: PlanDocument, { span }: Finding): number =>
  placeIn(document.paragraphs[span.paragraph]?.pieces ?? [], span.start).line;

function countsOf(met: readonly Met[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of met) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function hostsIn(folder: string): Host[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, told: countsOf(metIn(text)) };
    });
}

/** Of one rule: how many faults were put in, how many were told, and what was told wrongly besides. */
interface Tally {
  put: number;
  found: number;
  falsely: number;
}

class Tallies {
  readonly byRule = new Map<string, Tally>();
  readonly missed: string[] = [];
  readonly falsely: string[] = [];

  take(rule: string, what: string, { found, falsely }: { found: boolean; falsely: readonly string[] }): void {
    const tally = this.byRule.get(rule) ?? { put: 0, found: 0, falsely: 0 };
    this.byRule.set(rule, tally);
    tally.put++;
    if (found) tally.found++;
    else this.missed.push(`${rule}: ${what}`);
    tally.falsely += falsely.length;
    for (const other of falsely) this.falsely.push(`${other} at ${rule}: ${what}`);
  }
}

/** Rules told more often than in the host as it stands. */
function newRules(host: Host, text: string): string[] {
  return [...countsOf(metIn(text))].flatMap(([rule, count]) =>
    count > (host.told.get(rule) ?? 0) ? [rule] : [],
  );
}

function takeMutation(tallies: Tallies, host: Host, { rules, text, what }: Mutation): void {
  const told = newRules(host, text);
  tallies.take(rules[0]!, `${host.name}: ${what}`, {
    found: told.some((rule) => rules.includes(rule)),
    falsely: told.filter((rule) => !rules.includes(rule)),
  });
}

/** Blank lines of the body after a sentence: where a paragraph may be put in. */
function placesIn(text: string): number[] {
  const places: number[] = [];
  for (const match of text.matchAll(/[.;]\n\n(?=[-+]|\p{Lu})/gu)) {
    const share = match.index / text.length;
    if (share > 0.25 && share < 0.65) places.push(match.index + 2);
  }
  return places;
}

function injectPhrases(tallies: Tallies, hosts: readonly Host[]): void {
  for (const [at, [rule, wrong, right]] of PHRASES.entries()) {
    for (let each = 0; each < HOSTS_A_PHRASE; each++) {
      const host = hosts[(at * 7 + each * 5) % hosts.length]!;
      const places = placesIn(host.text);
      const place = places[(at * 13) % Math.max(1, places.length)];
      if (place === undefined) continue;
      const put = (words: string) => `${host.text.slice(0, place)}\n${words}\n${host.text.slice(place)}`;
      const clean = newRules(host, put(right)).filter((told) => !OF_THE_HOST.test(told));
      tallies.take(rule, `${host.name}: ${wrong.slice(0, 90)}`, {
        found: newRules(host, put(wrong)).includes(rule),
        falsely: clean,
      });
    }
  }
}

/** Faults put into real and made-up plans: how many of each rule are told, and what is told wrongly besides. */
export async function benchPlanRecall(): Promise<BenchLine[]> {
  const own = hostsIn('tests/plan/plans');
  const real = ['../shared/seeds', '../shared/data/documents'].flatMap(hostsIn);
  if (real.length === 0) process.stderr.write('no ../shared: real documents are left out\n');
  const hosts = [...own, ...real];
  const tallies = new Tallies();
  for (const host of hosts)
    for (const mutate of MUTATORS) for (const one of mutate(host.text)) takeMutation(tallies, host, one);
  injectPhrases(tallies, hosts);
  for (const line of tallies.missed) process.stderr.write(`missed ${line}\n`);
  for (const line of tallies.falsely) process.stderr.write(`false ${line}\n`);
  return [...tallies.byRule]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([rule, tally]) => lineFor(rule, tally));
}

function lineFor(rule: string, { put, found, falsely }: Tally): BenchLine {
  return {
    what: `faults of ${rule} told, in ${put} places`,
    ours: `${found} of ${put}`,
    peer: `${falsely} wrong besides`,
    figure: `${Math.round((found * 100) / put)} %`,
    aim: `${FLOOR * 100} %`,
    met: found >= put * FLOOR,
  };
}
