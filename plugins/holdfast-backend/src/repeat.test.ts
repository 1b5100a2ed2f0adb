import { mockServices } from '@backstage/backend-test-utils';
import { repeat } from './repeat';

describe('repeat', () => {
  it('goes on after a failure, and ends with the signal', async () => {
    const logger = mockServices.logger.mock();
    const controller = new AbortController();
    const pauses: unknown[] = [];
    const work = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('it is away'))
      .mockImplementation(async () => {
        controller.abort();
        return 'last';
      });

    await repeat({
      title: 'Looking',
      pauseMs: result => {
        pauses.push(result);
        return 1;
      },
      logger,
      signal: controller.signal,
      work,
    });

    expect(pauses).toEqual(['first', undefined, 'last']);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      'Looking failed',
      expect.objectContaining({ message: 'it is away' }),
    );
  });

  it('does not wait for the end of a long pause', async () => {
    const controller = new AbortController();
    const running = repeat({
      title: 'Looking',
      pauseMs: () => 3_600_000,
      logger: mockServices.logger.mock(),
      signal: controller.signal,
      work: async () => undefined,
    });
    setTimeout(() => controller.abort(), 10);

    await expect(running).resolves.toBeUndefined();
  });
});
