/** What the programs that kill the server again and again share; see docs/reliability.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  Person,
  prepareServer,
  type RunningServer,
  type ServerPlace,
  startPostgresql,
} from './running-server.ts';

const PASSWORD = 'mật khẩu thử bị ngắt 2026';

interface KillOptions {
  readonly rounds: number;
  readonly postgres: boolean;
  readonly seed: number;
  /** Rounds, database and seed, for the line that ends the program. */
  readonly told: string;
}

/** As the command line says. */
export function readKillOptions(rounds: number): KillOptions {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(rounds) },
      postgres: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const home = values.postgres ? 'PostgreSQL' : 'the embedded database';
  return {
    rounds: Number(values.rounds),
    postgres: values.postgres,
    seed: Number(values.seed),
    told: `${values.rounds} kills on ${home}, seed ${values.seed}`,
  };
}

export const problems: string[] = [];
export const complain = (round: number, text: string): void => {
  problems.push(text);
  console.error(`  round ${round}: ${text}`);
};

export interface KillPlan {
  /** Begins the name of the data folder. */
  readonly folder: string;
  /** Who works, and the roles, comma-separated. */
  readonly user: string;
  readonly roles: string;
  /** Asked at each start for what else stands in the environment. */
  readonly environment?: () => NodeJS.ProcessEnv;
  /** What has happened so far, told every so many rounds. */
  readonly counts: object;
  readonly toldEvery: number;
  prepare(person: Person, place: ServerPlace): Promise<void>;
  /** Works for a while and kills the server in the middle of it. */
  workAndKill(person: Person, place: ServerPlace, server: RunningServer): Promise<void>;
  /** Looks whether all is whole, once the server runs again. */
  look(person: Person, place: ServerPlace, round: number, signIn: () => Promise<void>): Promise<void>;
}

/** Kills the server and starts it again as often as asked, on a data folder of its own. */
export async function killAgainAndAgain({ rounds, postgres }: KillOptions, plan: KillPlan): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), plan.folder));
  const postgresql = postgres ? await startPostgresql() : null;
  const place = await prepareServer(folder, postgresql?.address, plan.environment);
  const person = new Person(place.url);
  const signIn = () => person.signIn(plan.user, PASSWORD);
  const began = Date.now();
  let server: RunningServer | null = null;
  try {
    server = await place.start();
    const words = ['user', 'add', plan.user, '--role', plan.roles, '--unit', 'VN', '--password-stdin'];
    const added = await place.run(words, `${PASSWORD}\n`);
    if (added.code !== 0) throw new Error(added.text);
    await signIn();
    await plan.prepare(person, place);
    for (let round = 1; round <= rounds; round += 1) {
      await plan.workAndKill(person, place, server);
      server = await place.start();
      await plan.look(person, place, round, signIn);
      if (round % plan.toldEvery === 0) {
        const seconds = Math.round((Date.now() - began) / 1000);
        console.error(`  ${round} rounds, ${seconds} s: ${JSON.stringify(plan.counts)}`);
      }
    }
  } finally {
    await server?.kill();
    await postgresql?.cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Complains of each store whose own check finds a fault. */
export async function verifyStores(
  place: ServerPlace,
  stores: readonly string[],
  round: number,
): Promise<void> {
  for (const what of stores) {
    const { code, text } = await place.run(['verify', what, '--json']);
    if (code !== 0) complain(round, `verify ${what} ended with ${code}: ${text.slice(0, 600)}`);
  }
}
