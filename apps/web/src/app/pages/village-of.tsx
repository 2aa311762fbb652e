import type { RenderVillage } from '../../features/household/move-household.tsx';
import { VillageField } from '../../features/territory/village-field.tsx';

/** The field that finds a village, on the map of a day, those of one commune first. */
export const villageField =
  (on: string, communeId: number | null): RenderVillage =>
  (field) => <VillageField {...field} on={on} communeId={communeId} />;
