import { openZipBytes, type ZipFaultKind, zipFaultOf } from '../../platform/files/zip.ts';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';

export interface ZipParts {
  has(name: string): boolean;
  readonly names: readonly string[];
  /** The text of a part; never more than the limit, whatever the directory says. */
  text(name: string): string;
}

const { bytes, parts, partBytes } = PLAN_FILE_LIMITS;
const LIMITS = {
  bytes,
  parts,
  partBytes,
  unpackedBytes: 4 * partBytes,
  ratio: Number.POSITIVE_INFINITY,
  ratioFreeBytes: partBytes,
};

const REFUSALS: Readonly<Record<ZipFaultKind, () => PlanFileRefusal>> = {
  damaged: () => new PlanFileRefusal('plan.file-damaged'),
  encrypted: () => new PlanFileRefusal('plan.file-encrypted'),
  'too-large': () => new PlanFileRefusal('plan.file-damaged'),
  'expands-too-much': () =>
    new PlanFileRefusal('plan.file-expands-too-much', { megabytes: partBytes / 1024 ** 2 }),
};

/** The parts of a Word file held in memory; its faults are refusals of this feature. */
export function openZipParts(archive: Buffer): ZipParts {
  const opened = refusing(() => openZipBytes(archive, LIMITS));
  return { ...opened, text: (name) => refusing(() => opened.text(name)) };
}

function refusing<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const kind = zipFaultOf(error);
    throw kind === null ? error : REFUSALS[kind]();
  }
}
