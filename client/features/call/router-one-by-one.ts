/** Does one kind of work again and again, never twice at once. */
export interface OneByOne {
  /** Has it done after this call, once, however often it is asked for meanwhile. */
  ask(): void;
  close(): void;
}

/** `fail` is told of work that threw; it is done again only when asked for. */
export function createOneByOne(
  work: () => Promise<void>,
  fail: (error: unknown) => void,
): OneByOne {
  let isWorking = false;
  let isAsked = false;
  let isClosed = false;

  async function run() {
    isWorking = true;
    while (isAsked && !isClosed) {
      isAsked = false;
      await work().catch((error: unknown) => {
        if (!isClosed) fail(error);
      });
    }
    isWorking = false;
  }

  return {
    ask() {
      isAsked = true;
      if (!isWorking) void run();
    },
    close() {
      isClosed = true;
    },
  };
}
