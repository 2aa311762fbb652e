/** Every `<kind>/<name>/<version>` of the package. */
export function listFolders(): string[];
/** SHA-256 over the names and contents of a folder's files, line ends as `\n`. */
export function hashFolder(folder: string): string;
/** The locked hashes by folder. */
export function readLock(): Record<string, string>;
