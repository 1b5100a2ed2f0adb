import { createMockDirectory } from '@backstage/backend-test-utils';
import { StrategyCredentials } from './StrategyCredentials';

describe('StrategyCredentials', () => {
  const directory = createMockDirectory({ content: { 'ca.crt': 'PEM' } });
  const cluster = {
    name: 'eu',
    url: 'https://eu.example.com',
    authMetadata: { serviceAccountToken: 'from-config' },
  };
  const strategy = {
    getCredential: jest.fn(),
    validateCluster: () => [],
    presentAuthMetadata: () => ({}),
  };

  beforeEach(() => {
    strategy.getCredential.mockReset();
    jest.useFakeTimers({ now: 0 });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('gets a token anew when it was refused, and every 5 min', async () => {
    let count = 0;
    strategy.getCredential.mockImplementation(async () => ({
      type: 'bearer token',
      token: `t${++count}`,
    }));
    const credentials = StrategyCredentials.create({
      cluster,
      loadStrategy: async () => strategy,
    });
    const token = async (renew = false) =>
      (await credentials.present({ renew })).headers.authorization;

    await expect(token()).resolves.toBe('Bearer t1');
    await expect(token()).resolves.toBe('Bearer t1');
    await expect(token(true)).resolves.toBe('Bearer t2');
    jest.setSystemTime(5 * 60_000 + 1);
    await expect(token()).resolves.toBe('Bearer t3');
  });

  it('tries again after a failure', async () => {
    strategy.getCredential
      .mockRejectedValueOnce(new Error('no answer from the cloud'))
      .mockResolvedValue({ type: 'anonymous' });
    const credentials = StrategyCredentials.create({
      cluster,
      loadStrategy: async () => strategy,
    });
    await expect(credentials.present({ renew: false })).rejects.toThrow(
      'no answer from the cloud',
    );
    await expect(credentials.present({ renew: false })).resolves.toEqual({
      headers: {},
      tls: {},
    });
  });

  it('takes the authority from a file or from the configuration, and client certificates', async () => {
    strategy.getCredential.mockResolvedValue({
      type: 'x509 client certificate',
      cert: 'C',
      key: 'K',
    });
    const present = (options: object) =>
      StrategyCredentials.create({
        cluster: { ...cluster, ...options },
        loadStrategy: async () => strategy,
      }).present({ renew: false });

    await expect(
      present({ caFile: directory.resolve('ca.crt') }),
    ).resolves.toEqual({
      headers: {},
      tls: { ca: Buffer.from('PEM'), cert: 'C', key: 'K' },
    });
    await expect(
      present({
        caData: Buffer.from('DATA').toString('base64'),
        skipTLSVerify: true,
      }),
    ).resolves.toMatchObject({
      tls: { ca: Buffer.from('DATA'), rejectUnauthorized: false },
    });
  });
});
