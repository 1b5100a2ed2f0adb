import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { KubernetesConnection } from '../clusters/KubernetesConnection';
import { ClusterContact } from '../inventory/ClusterState';
import { ContactMonitor } from './ContactMonitor';

describe('ContactMonitor', () => {
  const request = jest.fn<Promise<{ status: number; text?: string }>, []>();
  const connection: KubernetesConnection = {
    name: 'eu',
    close: async () => {},
    request: async (path, options) => {
      expect(path).toBe('/readyz');
      options?.signal?.throwIfAborted();
      const { status, text = 'ok' } = await request();
      return { status, headers: {}, body: Readable.from([Buffer.from(text)]) };
    },
  };
  let told: ClusterContact[];
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(() => {
    jest.useFakeTimers({
      now: Date.parse('2026-11-20T10:00:00Z'),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    });
    request.mockReset();
    request.mockResolvedValue({ status: 200 });
    told = [];
    stop = new AbortController();
    running = Promise.resolve();
  });

  afterEach(async () => {
    stop.abort();
    await running.catch(() => {});
    jest.useRealTimers();
  });

  function begin(onContact?: () => Promise<void>) {
    const monitor = ContactMonitor.create({
      connection,
      logger: mockServices.logger.mock(),
      onContact: async contact => {
        told.push(contact);
        await onContact?.();
      },
    });
    running = monitor.run(stop.signal);
    running.catch(() => {});
    return monitor;
  }

  async function advance(seconds: number) {
    await settle();
    for (let i = 0; i < seconds * 10; i++) {
      jest.advanceTimersByTime(100);
      await settle();
    }
  }

  async function settle() {
    for (let i = 0; i < 10; i++) {
      await new Promise(setImmediate);
    }
  }

  const states = () => told.map(({ state }) => state);

  it('confirms contact every 10 s', async () => {
    begin();
    await advance(25);
    expect(told).toEqual(
      ['10:00:00', '10:00:10', '10:00:20'].map(time =>
        expect.objectContaining({
          state: 'live',
          since: '2026-11-20T10:00:00.000Z',
          lastContactAt: expect.stringContaining(time),
        }),
      ),
    );
  });

  it('takes 5 s of refused connections for a loss, and the first answer for a return', async () => {
    const monitor = begin();
    await advance(3);
    request.mockRejectedValue(
      Object.assign(new Error('connect ECONNREFUSED'), {
        code: 'ECONNREFUSED',
      }),
    );
    monitor.doubt();
    await advance(4.5);
    expect(states()).toEqual(['live']);
    await advance(2);
    expect(told[1]).toEqual({
      state: 'lost',
      since: expect.any(String),
      lastContactAt: '2026-11-20T10:00:00.000Z',
      error: { reason: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
    });
    await advance(60);
    expect(states()).toEqual(['live', 'lost']);

    request.mockResolvedValue({ status: 200 });
    await advance(2.5);
    expect(told[2].state).toBe('live');
    expect(told[2].error).toBeUndefined();
  });

  it('does not take one bad answer for a loss', async () => {
    const monitor = begin();
    await advance(1);
    request.mockResolvedValueOnce({ status: 503 });
    monitor.doubt();
    await advance(15);
    expect(new Set(states())).toEqual(new Set(['live']));
  });

  it('believes what others hear more than a bad answer', async () => {
    const monitor = begin();
    await advance(1);
    request.mockResolvedValue({ status: 500, text: '[-]etcd failed' });
    const hearing = setInterval(() => monitor.confirm(), 500);
    await advance(30);
    clearInterval(hearing);
    expect(new Set(states())).toEqual(new Set(['live']));
  });

  it.each([403, 404, 429])('takes a %d for an answer', async status => {
    request.mockResolvedValue({ status, text: '{"kind":"Status"}' });
    begin();
    await advance(1);
    expect(states()).toEqual(['live']);
  });

  it('says so when its credentials are not taken', async () => {
    request.mockResolvedValue({
      status: 401,
      text: '{"kind":"Status","code":401,"reason":"Unauthorized","message":"Unauthorized"}',
    });
    begin();
    await advance(7);
    expect(told).toEqual([
      expect.objectContaining({
        state: 'lost',
        error: { code: 401, reason: 'Unauthorized', message: 'Unauthorized' },
      }),
    ]);
  });

  it('tells again what could not be noted, and ends when it may not note anything', async () => {
    const onContact = jest.fn(async () => {});
    onContact.mockRejectedValueOnce(new Error('database away'));
    request.mockRejectedValue(new Error('refused'));
    begin(onContact);
    await advance(10);
    expect(states()).toEqual(['lost', 'lost']);

    onContact.mockRejectedValueOnce(new ConflictError('lease has passed'));
    request.mockResolvedValue({ status: 200 });
    await advance(5);
    await expect(running).rejects.toThrow('lease has passed');
  });
});
