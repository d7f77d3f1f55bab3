import { describe, expect, it } from "vitest";
import { createFilmKeeper } from "#client/features/studio/film/film-keeper.ts";
import type { FilmHandle } from "#client/features/studio/film/film-keeper.ts";
import { isAllSent, newFilm } from "#client/features/studio/film/new-film.ts";
import type { RecordShelf } from "#client/features/studio/film/studio-database.ts";
import { createStudioStore } from "#client/features/studio/film/studio-store.ts";
import type { StudioFilm } from "#shared/studio/studio-film.ts";
import { buildDraft } from "#tests/helpers/build-draft.ts";

const cycleId = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
const filmId = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";
const day = Date.parse("2026-11-22T10:00");

function shelf(): RecordShelf & { readonly records: Map<string, unknown> } {
  const records = new Map<string, unknown>();
  return {
    records,
    get: (id) => Promise.resolve(records.get(id)),
    all: () => Promise.resolve([...records.values()]),
    put: (id, value) => Promise.resolve(void records.set(id, value)),
    remove: (id) => Promise.resolve(void records.delete(id)),
  };
}

const filmFile = (letter: string) => new File([letter.repeat(3_000_000)], "snack.mp4");

const chosen = (file: File): StudioFilm =>
  newFilm(filmId, cycleId, { kind: "chosen", fileName: file.name, bytes: file.size }, day);

const recorded = (): StudioFilm =>
  newFilm(filmId, cycleId, { kind: "recorded", fileName: `${filmId}.mp4`, bytes: 9 }, day);

function handleOf(file: File, permission: PermissionState): FilmHandle {
  return {
    getFile: () => Promise.resolve(file),
    queryPermission: () => Promise.resolve(permission),
    requestPermission: () => Promise.resolve("granted"),
  };
}

/** The browser's own store, with room for so many bytes. */
function store(freeBytes: number | null = 100_000_000) {
  const films = new Map<string, File>();
  return {
    films,
    open: (name: string) => Promise.resolve(films.get(name) ?? null),
    store: (name: string, film: Blob) => {
      films.set(name, new File([film], name));
      return Promise.resolve(true);
    },
    remove: (name: string) => Promise.resolve(void films.delete(name)),
    removeCut: (fileName: string) => Promise.resolve(void films.delete(fileName)),
    freeBytes: () => Promise.resolve(freeBytes),
  };
}

describe("the way back to a film", () => {
  it("[CP6] a film with a handle opens again after a reload, with one press where the browser asks", async () => {
    const files = shelf();
    const file = filmFile("a");
    await createFilmKeeper(files, store()).keep(filmId, file, handleOf(file, "prompt"));

    const reloaded = createFilmKeeper(files, store());

    expect(await reloaded.open(chosen(file))).toEqual({ ok: false, reason: "ask" });
    expect(await reloaded.ask(chosen(file))).toEqual({ ok: true, value: file });
  });

  it("[CP6] a file that was changed on disk is not taken for the film", async () => {
    const files = shelf();
    const file = filmFile("a");
    const keeper = createFilmKeeper(files, store());
    await keeper.keep(filmId, file, handleOf(filmFile("b"), "granted"));

    expect(await keeper.open(chosen(file))).toEqual({ ok: false, reason: "choose" });
  });

  it("[CP6] without a handle the same file is known again, and no other", async () => {
    const file = filmFile("a");
    const keeper = createFilmKeeper(shelf(), store());
    await keeper.keep(filmId, file, null);
    const film = chosen(file);

    expect(await keeper.open(film)).toEqual({ ok: false, reason: "choose" });
    expect((await keeper.chooseAgain(film, filmFile("b"), null)).ok).toBe(false);
    expect((await keeper.chooseAgain(film, filmFile("a"), null)).ok).toBe(true);
  });

  it("[CP6] a copy is made only where it leaves as much room again, and then needs no asking", async () => {
    const file = filmFile("a");
    const tight = createFilmKeeper(shelf(), store(5_000_000));
    const roomy = createFilmKeeper(shelf(), store());
    const unknown = createFilmKeeper(shelf(), store(null));

    expect(await tight.canCopy(file)).toBe(false);
    expect(await unknown.canCopy(file)).toBe(false);
    expect(await roomy.canCopy(file)).toBe(true);
    await roomy.copy(filmId, file);
    expect((await roomy.open(chosen(file))).ok).toBe(true);
  });

  it("[CP6] removing takes what the browser keeps, and the way back", async () => {
    const files = shelf();
    const stored = store();
    const film = recorded();
    const keeper = createFilmKeeper(files, stored);
    await stored.store(`${filmId}.mp4`, filmFile("a"));
    await files.put(filmId, {});

    await keeper.remove(film);

    expect(stored.films.size + files.records.size).toBe(0);
    expect(await keeper.open(film)).toEqual({ ok: false, reason: "gone" });
  });

  it("[CP89] removing a film takes the clips that were made of it and not sent", async () => {
    const stored = store();
    const film = { ...recorded(), drafts: [buildDraft("one"), buildDraft("two")] };
    for (const name of ["one", "two", "another"]) await stored.store(`${name}.mp4`, filmFile("a"));

    await createFilmKeeper(shelf(), stored).remove(film);

    expect([...stored.films.keys()]).toEqual(["another.mp4"]);
  });
});

describe("what is made of a film", () => {
  it("[CP7] is on the device with each change, the last one always", async () => {
    const films = shelf();
    const studio = createStudioStore(films);

    for (let n = 1; n <= 50; n += 1) studio.save({ ...recorded(), positionMs: n });
    const state = await studio.whenSaved();

    expect(state).toBe("saved");
    expect(await createStudioStore(films).read(filmId)).toEqual({ ...recorded(), positionMs: 50 });
  });

  it("[CP7] is said not to be saved when the browser does not take it, and the next change tries again", async () => {
    const films = shelf();
    let hasRoom = false;
    const studio = createStudioStore({
      ...films,
      put: (id, value) => (hasRoom ? films.put(id, value) : Promise.reject(new Error("full"))),
    });

    studio.save(recorded());
    expect(await studio.whenSaved()).toBe("unsaved");
    hasRoom = true;
    studio.save(recorded());

    expect(await studio.whenSaved()).toBe("saved");
  });

  it("[CP7] what another version wrote is left as it is and not listed", async () => {
    const films = shelf();
    const later = { ...recorded(), invented: true };
    await films.put("later", later);
    await films.put(filmId, recorded());

    const studio = createStudioStore(films);

    expect(await studio.list(cycleId)).toEqual([recorded()]);
    expect(await studio.read("later")).toBeNull();
    expect(films.records.get("later")).toBe(later);
  });

  it("[CP7] a removed film does not come back by a late change", async () => {
    const films = shelf();
    const studio = createStudioStore(films);
    studio.save(recorded());

    await studio.remove(filmId);
    studio.save(recorded());
    await studio.whenSaved();

    expect(films.records.size).toBe(0);
  });

  it("[CP8] the film is to be removed when all its clips have been sent", () => {
    const sent = { cut: { state: "sent" } } as StudioFilm["drafts"][number]; // nothing else is looked at
    const uncut = { cut: { state: "uncut" } } as StudioFilm["drafts"][number]; // likewise

    expect(isAllSent({ drafts: [] })).toBe(false);
    expect(isAllSent({ drafts: [sent, uncut] })).toBe(false);
    expect(isAllSent({ drafts: [sent, sent] })).toBe(true);
  });
});
