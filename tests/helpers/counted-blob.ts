/** A file that counts how many bytes are really read of it, by whatever way. */
export class CountedBlob extends Blob {
  readonly #inner: Blob;
  readonly #onRead: (bytes: number) => void;

  constructor(inner: Blob, onRead: (bytes: number) => void) {
    super();
    this.#inner = inner;
    this.#onRead = onRead;
  }

  override get size(): number {
    return this.#inner.size;
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    return new CountedBlob(this.#inner.slice(start, end, type), this.#onRead);
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = await this.#inner.arrayBuffer();
    this.#onRead(bytes.byteLength);
    return bytes;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, out) => {
        this.#onRead(piece.byteLength);
        out.enqueue(piece);
      },
    });
    return this.#inner.stream().pipeThrough(count);
  }
}
