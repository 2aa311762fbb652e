import { demonstrationTools } from './demonstration/demonstration-tools.ts';
import { loadDemonstration } from './demonstration/load-demonstration.ts';
import { machineClock } from './platform/clock.ts';
import type { DatabaseHandle } from './platform/database/database.ts';
import type { FirstLoad } from './platform/database/open-database.ts';
import { loadShippedTerritory } from './territory/load-shipped-territory.ts';

/** Hears the steps of long work. */
type Say = (text: string, done?: number, total?: number) => void;

/** What a new database is filled with; `demonstration` only when it is made by `start`. */
export function firstLoad(say: Say, demonstration: boolean): FirstLoad {
  const at = machineClock().now();
  const loadLists = async (handle: DatabaseHandle) => {
    say('Nạp danh mục đơn vị hành chính (loading administrative units)…');
    await loadShippedTerritory(handle, at);
  };
  if (!demonstration) return { loadLists };
  const loadNew = async (handle: DatabaseHandle) => {
    const text = 'Nạp dữ liệu trình diễn (loading the demonstration)…';
    say(text);
    const progress = everyTenth((done, total) => say(text, done, total));
    const loaded = await loadDemonstration(handle, {
      at,
      actor: 'system',
      tools: demonstrationTools(),
      progress,
    });
    if (!loaded.ok) throw new Error(`The demonstration was not loaded: ${loaded.problem.code}`);
  };
  return { loadLists, loadNew };
}

/** Passes on only the steps that end another tenth of the work. */
function everyTenth(say: (done: number, total: number) => void): (done: number, total: number) => void {
  let tenths = 0;
  return (done, total) => {
    const now = Math.floor((10 * done) / total);
    if (now > tenths) say(done, total);
    tenths = now;
  };
}
