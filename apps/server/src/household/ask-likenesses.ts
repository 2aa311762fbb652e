import type { askLikenesses as Asked, Likenesses } from '@benvung/contract/household-duplicates';
import { type ComparedHousehold, certaintyOf, judgeDuplicate } from '@benvung/domain/household/duplicates';
import { plainIdentityNumber } from '@benvung/domain/household/identity-number';
import { ok } from '@benvung/domain/shared/result';
import type { z } from 'zod';
import { newId } from '../platform/ids.ts';
import { readCompared } from './duplicate-candidates.store.ts';
import { evidenceText } from './duplicate-text.ts';
import { candidatesFor } from './find-duplicates.ts';
import { countBearers, findHouseholds } from './household.store.ts';
import { type Acted, type ActGround, findVillage } from './household-ground.ts';
import { sideOf, unitsOf } from './view-duplicates.ts';

const MOST_SHOWN = 5;

/** Who is known already and may be the one about to be written; nothing of what is asked is kept. */
export async function askLikenesses(ground: ActGround, told: z.output<typeof Asked>): Acted<Likenesses> {
  const { db, language, today } = ground;
  const village = await findVillage(ground, told.villageId);
  if (!village.ok) return village;
  const asked = comparedOf(told);
  const candidates = await candidatesFor(db, { scopePath: village.value.path, members: asked.members });
  const known = [...(await readCompared(db, [...candidates])).values()].filter(
    ({ id }) => id !== told.householdId,
  );
  const judged = known
    .flatMap((household) => {
      const judgement = judgeDuplicate(asked, household);
      return judgement === undefined ? [] : [{ household, judgement }];
    })
    .sort((a, b) => b.judgement.score - a.judgement.score)
    .slice(0, MOST_SHOWN);
  const stored = await findHouseholds(
    db,
    judged.map(({ household }) => household.id),
  );
  const units = await unitsOf(db, [...stored.values()], today);
  const names = new Map(
    [asked, ...known].flatMap(({ members }) => members.map((one) => [one.personId, one.fullName] as const)),
  );
  return ok({
    households: judged.flatMap(({ household, judgement }) => {
      const found = stored.get(household.id);
      const why = judgement.evidence.map((each) =>
        evidenceText(each, (id) => names.get(id) ?? '?', language),
      );
      return found === undefined
        ? []
        : [{ ...sideOf(found, units), certainty: certaintyOf(judgement.score), why }];
    }),
    elsewhere: await isKnownElsewhere(ground, asked),
  });
}

const comparedOf = ({ villageId, members }: z.output<typeof Asked>): ComparedHousehold => ({
  id: 'asked',
  villageId,
  members: members.map((member) => ({
    ...member,
    personId: newId(),
    identityNumber: plainIdentityNumber(member.identityNumber ?? '') || null,
  })),
});

async function isKnownElsewhere({ db }: ActGround, { members }: ComparedHousehold): Promise<boolean> {
  for (const { identityNumber } of members) {
    if (identityNumber === null) continue;
    const { here, all } = await countBearers(db, identityNumber);
    if (all > here) return true;
  }
  return false;
}
