import { request } from '@playwright/test';

const control = `http://127.0.0.1:${
  process.env.HOLDFAST_DEMO_PORT_CONTROL ?? '18440'
}`;

/** Switches a store of the demo fleet on or off. */
export function switchStore(name: string, state: 'on' | 'off'): Promise<void> {
  return post(`/stores/${name}`, { state });
}

/** Switches a whole cluster of the demo fleet on or off. */
export function switchCluster(
  name: string,
  state: 'on' | 'off',
): Promise<void> {
  return post(`/clusters/${name}`, { state });
}

async function post(path: string, data: object): Promise<void> {
  const context = await request.newContext();
  const response = await context.post(`${control}${path}`, { data });
  const problem = response.ok() ? undefined : await response.text();
  await context.dispose();
  if (problem) throw new Error(`the demo refused POST ${path}: ${problem}`);
}
