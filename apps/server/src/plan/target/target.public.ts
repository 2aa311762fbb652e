/** What other features may use of targets. */
export { readCascade } from './read-cascade.ts';
export { putTargets, type StoredTarget } from './target.store.ts';
export { addTargetEvents, insertActual } from './target-event.store.ts';
