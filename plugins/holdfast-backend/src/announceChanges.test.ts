import { mockServices } from '@backstage/backend-test-utils';
import { announceChanges } from './announceChanges';

describe('announceChanges', () => {
  function announce(publish: jest.Mock) {
    const listeners = new Set<() => void>();
    const logger = mockServices.logger.mock();
    const stop = announceChanges({
      inventory: {
        subscribe: (stream, listener) => {
          expect(stream).toBe('verdict');
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        newestSeq: async () => 42,
      },
      events: { publish, subscribe: async () => {} },
      logger,
    });
    return { listeners, logger, stop };
  }

  const settle = () => new Promise(resolve => setImmediate(resolve));

  it('publishes the newest number whenever changes were made, until it is stopped', async () => {
    const publish = jest.fn().mockResolvedValue(undefined);
    const { listeners, stop } = announce(publish);
    for (const listener of listeners) {
      listener();
    }
    await settle();
    expect(publish).toHaveBeenCalledWith({
      topic: 'holdfast.changes',
      eventPayload: { seq: 42 },
    });

    stop();
    expect(listeners.size).toBe(0);
  });

  it('takes no harm when nobody can be told', async () => {
    const { listeners, logger } = announce(
      jest.fn().mockRejectedValue(new Error('the bus is away')),
    );
    for (const listener of listeners) {
      listener();
    }
    await settle();
    expect(logger.warn).toHaveBeenCalledWith(
      'Changes could not be announced',
      expect.objectContaining({ message: 'the bus is away' }),
    );
  });
});
