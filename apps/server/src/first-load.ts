import { machineClock } from './platform/clock.ts';
import type { DatabaseHandle } from './platform/database/database.ts';
import type { FirstLoad } from './platform/database/open-database.ts';
import { loadShippedTerritory } from './territory/load-shipped-territory.ts';

/** Hears the steps of long work. */
export type Say = (text: string, done?: number, total?: number) => void;

/** What a new database is filled with; `demonstration` only when it is made by `start`. */
export function firstLoad(say: Say, demonstration: boolean): FirstLoad {
  const loadLists = async (handle: DatabaseHandle) => {
    say('Nạp danh mục đơn vị hành chính (loading administrative units)…');
    await loadShippedTerritory(handle, machineClock().now());
  };
  if (!demonstration) return { loadLists };
  return {
    loadLists,
    loadNew: async () => {
      say('Nạp dữ liệu trình diễn (loading the demonstration)…');
    },
  };
}
