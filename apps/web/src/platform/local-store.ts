/**
 * What is typed and not yet on the server, kept in this browser so that neither a closed lid nor a lost line loses
 * it. A write is on the disk when its promise settles. Each value is removed as soon as the server has it: other
 * people use this computer too.
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

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
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

export const localStore: LocalStore = {
  get: orInMemory((store, key: string) => store.get(key)) as LocalStore['get'],
  put: orInMemory((store, key: string, value: unknown) => store.put(key, value)),
  remove: orInMemory((store, key: string) => store.remove(key)),
  removeAll: orInMemory((store, prefix: string) => store.removeAll(prefix)),
  list: orInMemory((store, prefix: string) => store.list(prefix)) as LocalStore['list'],
};
