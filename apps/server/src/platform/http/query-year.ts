import { z } from 'zod';

/** A year in an address: within what dates and tables know. */
export const queryYear = z.coerce.number().int().min(2000).max(2100);
