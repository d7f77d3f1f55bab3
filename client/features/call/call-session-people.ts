import type { CallMember, CallPath } from "#shared/protocol/call-events.ts";
import { trackKinds } from "./call-transport.ts";
import type { TrackKind } from "./call-transport.ts";
import type { Flowing } from "./call-session-path.ts";

/** What comes of somebody, by either way. */
export interface PersonTracks {
  readonly member: CallMember;
  /** The same object as long as they stay. */
  readonly stream: MediaStream;
  readonly flowing: Flowing;
}

/** Gathers what comes of everybody into one stream each, from whichever way carries it. */
export interface CallPeople {
  all(): readonly PersonTracks[];
  setMembers(members: readonly CallMember[]): void;
  setTrack(tabId: string, kind: TrackKind, path: CallPath, track: MediaStreamTrack | null): void;
  setPath(path: CallPath): void;
  /** What comes through the router now; from then on it is taken from there. */
  setFlowing(tabId: string, flowing: Flowing): void;
  /** Nobody is heard or seen while it is on, whatever comes. */
  silence(isOn: boolean): void;
}

interface Person {
  member: CallMember;
  readonly stream: MediaStream;
  flowing: Flowing;
  readonly tracks: Record<CallPath, Partial<Record<TrackKind, MediaStreamTrack>>>;
}

/** Nobody yet. `onStream`: the tracks of somebody's stream have changed. */
export function createCallPeople(
  onStream: (tabId: string, stream: MediaStream) => void,
): CallPeople {
  const people = new Map<string, Person>();
  let path: CallPath = "direct";
  let isSilenced = false;

  function chosen({ tracks, flowing }: Person, kind: TrackKind): MediaStreamTrack | undefined {
    const { direct, router } = tracks;
    if (path === "direct") return direct[kind] ?? router[kind];
    return flowing[kind] ? (router[kind] ?? direct[kind]) : (direct[kind] ?? router[kind]);
  }

  function arrange(tabId: string, person: Person) {
    const { stream, tracks } = person;
    const wanted = trackKinds.flatMap((kind) => chosen(person, kind) ?? []);
    const old = stream.getTracks().filter((track) => !wanted.includes(track));
    const fresh = wanted.filter((track) => !stream.getTracks().includes(track));
    for (const way of [tracks.direct, tracks.router]) {
      for (const track of Object.values(way)) track.enabled = !isSilenced;
    }
    for (const track of old) stream.removeTrack(track);
    for (const track of fresh) stream.addTrack(track);
    if (old.length + fresh.length > 0) onStream(tabId, stream);
  }

  function arrangeAll() {
    for (const [tabId, person] of people) arrange(tabId, person);
  }

  return {
    all: () => [...people.values()],
    setMembers(members) {
      for (const [tabId, { stream }] of people) {
        if (members.some((member) => member.tabId === tabId)) continue;
        people.delete(tabId);
        for (const track of stream.getTracks()) stream.removeTrack(track);
        onStream(tabId, stream);
      }
      for (const member of members) {
        const known = people.get(member.tabId);
        if (known !== undefined) known.member = member;
        else people.set(member.tabId, newPerson(member));
      }
    },
    setTrack(tabId, kind, way, track) {
      const person = people.get(tabId);
      if (person === undefined) return;
      if (track === null) delete person.tracks[way][kind];
      else person.tracks[way][kind] = track;
      if (track === null && way === "router") {
        person.flowing = { ...person.flowing, [kind]: false };
      }
      arrange(tabId, person);
    },
    setPath(next) {
      path = next;
      arrangeAll();
    },
    setFlowing(tabId, flowing) {
      const person = people.get(tabId);
      if (person === undefined) return;
      person.flowing = flowing;
      arrange(tabId, person);
    },
    silence(isOn) {
      isSilenced = isOn;
      arrangeAll();
    },
  };
}

function newPerson(member: CallMember): Person {
  return {
    member,
    stream: new MediaStream(),
    flowing: { audio: false, video: false },
    tracks: { direct: {}, router: {} },
  };
}
