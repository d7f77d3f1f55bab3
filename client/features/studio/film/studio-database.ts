/** Records of one kind on this device, by the film they belong to. What comes out is unknown until parsed. */
export interface RecordShelf {
  get(filmId: string): Promise<unknown>;
  all(): Promise<unknown[]>;
  put(filmId: string, value: unknown): Promise<void>;
  remove(filmId: string): Promise<void>;
}

/** What the studio keeps in this browser: what was made of each film, and the way back to its file. */
export interface StudioDatabase {
  readonly films: RecordShelf;
  readonly files: RecordShelf;
}

const databaseName = "sameframe-studio";
const version = 1;
const shelfNames = ["films", "files"] as const;

/** Opens the browser's own database for this page. Nothing in it is ever sent. */
export async function openStudioDatabase(): Promise<StudioDatabase> {
  const opening = indexedDB.open(databaseName, version);
  opening.addEventListener("upgradeneeded", () => {
    const present = opening.result.objectStoreNames;
    for (const name of shelfNames) {
      if (!present.contains(name)) opening.result.createObjectStore(name);
    }
  });
  const database = await settled(opening);
  // A newer page in another tab may need to change the database: this one lets go of it.
  database.addEventListener("versionchange", () => database.close());
  return { films: shelf(database, "films"), files: shelf(database, "files") };
}

function shelf(database: IDBDatabase, name: (typeof shelfNames)[number]): RecordShelf {
  const read = () => database.transaction(name).objectStore(name);
  /** Done when it is on the disk: a device without room says so only then. */
  async function write(change: (records: IDBObjectStore) => void): Promise<void> {
    const transaction = database.transaction(name, "readwrite", { durability: "strict" });
    change(transaction.objectStore(name));
    await completed(transaction);
  }
  return {
    get: (filmId) => settled<unknown>(read().get(filmId)),
    all: () => settled<unknown[]>(read().getAll()),
    put: (filmId, value) => write((records) => records.put(value, filmId)),
    remove: (filmId) => write((records) => records.delete(filmId)),
  };
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error("no record"));
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", fail);
    transaction.addEventListener("error", fail);
  });
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no record")));
  });
}
