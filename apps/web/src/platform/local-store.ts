import { openText, sealText } from './sealed-text.ts';

/**
 * What is typed and not yet on the server, kept in this browser so that neither a closed lid nor a lost line loses
 * it. A write is on the disk when its promise settles. Each value is removed as soon as the server has it: other
 * people use this computer too, and what stays is closed to them (see `sealed-text.ts`).
 */
export interface LocalStore {
  get<Value>(key: string): Promise<Value | undefined>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** All whose keys begin so. */
  removeAll(prefix: string): Promise<void>;
  /** Values whose keys begin so. */
  list<Value>(prefix: string): Promise<Value[]>;
}

const NAME = 'benvung';
const TABLE = 'typed';

let connection: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return connection;
}

async function run<Value>(
  mode: IDBTransactionMode,
  act: (table: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(TABLE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(TABLE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const beginningWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

const onDisk: LocalStore = {
  get: (key) => run('readonly', (table) => table.get(key)),
  put: async (key, value) => {
    await run('readwrite', (table) => table.put(value, key));
  },
  remove: async (key) => {
    await run('readwrite', (table) => table.delete(key));
  },
  removeAll: async (prefix) => {
    await run('readwrite', (table) => table.delete(beginningWith(prefix)));
  },
  list: (prefix) => run('readonly', (table) => table.getAll(beginningWith(prefix))),
};

const remembered = new Map<string, unknown>();
/** Where a browser keeps nothing (a private window): as long as the page lives. */
const inMemory: LocalStore = {
  get: async <Value>(key: string) => remembered.get(key) as Value | undefined,
  put: async (key, value) => {
    remembered.set(key, value);
  },
  remove: async (key) => {
    remembered.delete(key);
  },
  removeAll: async (prefix) => {
    for (const key of [...remembered.keys()]) if (key.startsWith(prefix)) remembered.delete(key);
  },
  list: async <Value>(prefix: string) =>
    [...remembered].flatMap(([key, value]) => (key.startsWith(prefix) ? [value as Value] : [])),
};

const orInMemory =
  <Told extends readonly unknown[], Value>(
    act: (store: LocalStore, ...told: Told) => Promise<Value>,
  ): ((...told: Told) => Promise<Value>) =>
  async (...told) => {
    if (typeof indexedDB === 'undefined') return act(inMemory, ...told);
    try {
      return await act(onDisk, ...told);
    } catch {
      return act(inMemory, ...told);
    }
  };

const readOne = orInMemory((store, key: string) => store.get<unknown>(key));
const putOne = orInMemory((store, key: string, value: unknown) => store.put(key, value));
const listAll = orInMemory((store, prefix: string) => store.list<unknown>(prefix));

interface Closed {
  readonly name: string;
  readonly sealed: string;
}

const isClosed = (value: unknown): value is Closed =>
  typeof value === 'object' && value !== null && 'sealed' in value;

const close = (key: string, value: unknown): Closed | null => {
  const sealed = sealText(JSON.stringify(value), key);
  return sealed === null ? null : { name: key, sealed };
};

/** What an earlier version left open is read as it is; what is another person's is as if it were not there. */
function opened<Value>(kept: unknown): Value | undefined {
  if (!isClosed(kept)) return kept as Value | undefined;
  const text = openText(kept.sealed, kept.name);
  return text === null ? undefined : (JSON.parse(text) as Value);
}

export const localStore: LocalStore = {
  get: async <Value>(key: string) => opened<Value>(await readOne(key)),
  put: async (key, value) => {
    const closed = close(key, value);
    if (closed !== null) await putOne(key, closed);
  },
  remove: orInMemory((store, key: string) => store.remove(key)),
  removeAll: orInMemory((store, prefix: string) => store.removeAll(prefix)),
  list: async <Value>(prefix: string) =>
    (await listAll(prefix)).flatMap((kept) => {
      const value = opened<Value>(kept);
      return value === undefined ? [] : [value];
    }),
};
