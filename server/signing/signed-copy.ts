import { createHash } from "node:crypto";
import type * as Y from "yjs";
import { z } from "zod";
import type { Keys } from "#server/media/keys.ts";
import type { StoredSignedBoard } from "#server/storage/signed-board-store.ts";
import { boardContentSchema, canonicalJson } from "#shared/board/board-content.ts";
import { readBoardContent } from "#shared/board/read-board-content.ts";
import { signerSchema } from "#shared/protocol/signing-routes.ts";
import type { SignedBoard, Signer } from "#shared/protocol/signing-routes.ts";

/** A signed copy before it is sealed: the canonical JSON itself, so that its hash can be checked again. */
const copySchema = z.strictObject({ content: z.string(), signedBy: z.array(signerSchema) });

/** The content of a board as it would be signed, and the hash both have to agree to. */
export function contentOf(doc: Y.Doc): { readonly content: string; readonly sha256: string } {
  const content = canonicalJson(readBoardContent(doc));
  return { content, sha256: hashOf(content) };
}

/** Seals a copy for the store. */
export function sealCopy(
  keys: Keys,
  copy: Omit<StoredSignedBoard, "sealed" | "writtenOnAtMs"> & {
    readonly content: string;
    readonly signedBy: readonly Signer[];
  },
): Omit<StoredSignedBoard, "writtenOnAtMs"> {
  const { content, signedBy, ...facts } = copy;
  const plain = Buffer.from(JSON.stringify({ content, signedBy }));
  return { ...facts, sealed: keys.seal(labelOf(facts), plain) };
}

/** Opens a stored copy. Throws when it is not the one that was signed. */
export function openCopy(keys: Keys, stored: StoredSignedBoard): SignedBoard {
  const plain: unknown = JSON.parse(keys.open(labelOf(stored), stored.sealed).toString());
  const { content, signedBy } = copySchema.parse(plain);
  if (hashOf(content) !== stored.sha256) throw new Error("a signed board is not what was signed");
  const { version, signedAtMs, sha256, writtenOnAtMs } = stored;
  const board = boardContentSchema.parse(JSON.parse(content));
  return { version, signedAtMs, sha256, signedBy, writtenOnAtMs, content: board };
}

const labelOf = ({ reviewId, version }: Pick<StoredSignedBoard, "reviewId" | "version">) =>
  `signed|${reviewId}|${version}`;

const hashOf = (content: string) => createHash("sha256").update(content).digest("hex");
