import type { ProgrammeList, ProgrammeView } from '@benvung/contract/programme';
import { leadsOn, type ProgrammeTree, programmeOn } from '@benvung/domain/programme/programme-tree';
import type { Day } from '@benvung/domain/shared/day';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../platform/database/database.ts';
import { readProgrammes } from './read-programmes.ts';

/** The programmes as they stand on a day. */
export async function listProgrammes(db: Db, day: Day, language: Language): Promise<ProgrammeList> {
  const programmeTrees = await readProgrammes(db);
  const inForce = programmeOn(programmeTrees, day);
  return {
    day,
    programmes: programmeTrees.map((tree) =>
      programmeView(tree, { day, language, inForce: tree === inForce }),
    ),
  };
}

interface Asked {
  readonly day: Day;
  readonly language: Language;
  readonly inForce: boolean;
}

function programmeView(tree: ProgrammeTree, { day, language, inForce }: Asked): ProgrammeView {
  const depths = new Map<string, number>();
  return {
    id: tree.id,
    name: tree.name[language],
    ground: tree.ground,
    from: tree.from,
    before: tree.before,
    inForce,
    leads: [...leadsOn(tree.leads, day)],
    nodes: tree.nodes.map((node) => {
      const depth = node.parent === null ? 0 : (depths.get(node.parent) ?? 0) + 1;
      depths.set(node.code, depth);
      return {
        code: node.code,
        label: `${tree.levels[depth]?.label[language] ?? node.kind} ${node.number}`,
        name: node.name,
        verified: node.verified,
        depth,
        leads: [...leadsOn(node.leads, day)],
        source: node.source,
      };
    }),
  };
}
