import { z } from 'zod';
import { ground } from './shared-schemas.ts';

const villageType = z.enum(['thon', 'to-dan-pho']);
/** Which types of village a type of commune may make from a day on; a type of commune that is not named is free. */
export const villageTypeSchema = z.strictObject({
  from: z.iso.date(),
  types: z.record(z.string(), z.array(villageType).min(1)),
  ground,
});
