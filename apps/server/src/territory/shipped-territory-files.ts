import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  readShippedTerritory,
  type ShippedState,
  type ShippedTerritory,
  shippedStates,
} from '@benvung/regulations/territory/shipped-territory';
import { repositoryFolder } from '../platform/server-folder.ts';

const folder = join(repositoryFolder, 'packages', 'regulations', 'territory');

/** The small list of what is shipped; reading the units themselves takes longer and is rarely needed. */
export async function readShippedStates(): Promise<ShippedState[]> {
  return shippedStates.parse(JSON.parse(await readFile(join(folder, 'states.json'), 'utf8')));
}

export async function readShippedUnits(states: readonly ShippedState[]): Promise<ShippedTerritory> {
  const read = (on: string, file: string) => readFile(join(folder, on, file), 'utf8');
  const texts = await Promise.all(
    states.map(async ({ on }) => ({
      on,
      units: await read(on, 'units.json'),
      successions: await read(on, 'successions.json'),
    })),
  );
  return readShippedTerritory(states, texts);
}
