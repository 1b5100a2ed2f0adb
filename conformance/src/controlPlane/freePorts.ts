import { createServer } from 'node:net';

/** Ports of the loopback interface that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      return server;
    }),
  );
  const ports: number[] = [];
  for (const server of servers) {
    const address = server.address();
    if (typeof address === 'object' && address) {
      ports.push(address.port);
    }
    await new Promise(resolve => server.close(resolve));
  }
  return ports;
}
