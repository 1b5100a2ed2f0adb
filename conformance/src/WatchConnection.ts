import { KubernetesObject } from '@holdfast/demo';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: KubernetesObject;
}

/** An open watch: its events one after the other, and how it ended. */
export class WatchConnection {
  readonly code: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly #abort: () => void;
  readonly #events: WatchEvent[] = [];
  #ended = false;
  #wake: () => void = () => {};

  constructor(options: {
    code: number;
    headers: Record<string, string | string[] | undefined>;
    body: Readable;
    abort: () => void;
  }) {
    this.code = options.code;
    this.headers = options.headers;
    this.#abort = options.abort;
    this.#read(options.body);
  }

  /**
   * The next event.
   *
   * @returns `undefined` once the server has ended the watch, or the connection has broken
   * @throws Error where nothing comes in time
   */
  async next(
    options: { within?: number } = {},
  ): Promise<WatchEvent | undefined> {
    const deadline = Date.now() + (options.within ?? 10_000);
    while (this.#events.length === 0 && !this.#ended) {
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new Error('the watch brought no event in time');
      }
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#events.shift();
  }

  /** All events up to one that is sought, and with it. */
  async until(
    isSought: (event: WatchEvent) => boolean,
    options: { within?: number } = {},
  ): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    for (;;) {
      const event = await this.next(options);
      if (!event) {
        throw new Error(
          `the watch ended after ${events.length} events, without the one that is sought`,
        );
      }
      events.push(event);
      if (isSought(event)) {
        return events;
      }
    }
  }

  /** All events until the server ends the watch. */
  async toEnd(options: { within?: number } = {}): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    for (;;) {
      const event = await this.next(options);
      if (!event) {
        return events;
      }
      events.push(event);
    }
  }

  close(): void {
    this.#abort();
  }

  async #read(body: Readable): Promise<void> {
    try {
      for await (const line of createInterface({ input: body })) {
        this.#events.push(JSON.parse(line));
        this.#wake();
      }
    } catch {
      // A connection that breaks, even in the middle of an event, is an end like any other.
    }
    this.#ended = true;
    this.#wake();
  }
}

/** Whether a bookmark closes the initial events of a streaming list. */
export function isInitialEventsEnd(event: WatchEvent): boolean {
  return (
    event.type === 'BOOKMARK' &&
    event.object.metadata.annotations?.['k8s.io/initial-events-end'] === 'true'
  );
}
