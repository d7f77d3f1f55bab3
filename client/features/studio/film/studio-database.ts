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
  const write = () =>
    database.transaction(name, "readwrite", { durability: "strict" }).objectStore(name);
  return {
    get: (filmId) => settled<unknown>(read().get(filmId)),
    all: () => settled<unknown[]>(read().getAll()),
    put: async (filmId, value) => {
      await settled(write().put(value, filmId));
    },
    remove: (filmId) => settled(write().delete(filmId)),
  };
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("no record")));
  });
}
