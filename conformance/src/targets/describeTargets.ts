import { findControlPlaneAssets } from '../controlPlane/assets';
import { ApiTarget } from './ApiTarget';
import { RealTarget } from './real';
import { SimulatedTarget } from './simulated';

/** A target, and whether it is the simulated one, whose faults can be switched. */
export interface TargetUnderTest {
  /** Running within tests and hooks. */
  target: ApiTarget;
  kind: 'simulated' | 'real';
}

const START_TIMEOUT_MILLISECONDS = 180_000;

/**
 * Runs the same tests against the simulated API server and a real kube-apiserver. Where the real one cannot be had, its
 * tests are skipped, and the name of their group says how to get it.
 */
export function describeTargets(
  title: string,
  suite: (underTest: TargetUnderTest) => void,
): void {
  const simulated = new SimulatedTarget();
  describeTarget(`${title} (simulated)`, 'simulated', simulated);

  const assets = findControlPlaneAssets();
  if (typeof assets === 'string') {
    process.stderr.write(`Skipped "${title} (kube-apiserver)": ${assets}\n`);
    // The target is never touched, but tests cannot be named without one.
    describe.skip(`${title} (kube-apiserver) [${assets}]`, () => {
      suite({ target: simulated, kind: 'real' });
    });
  } else {
    describeTarget(`${title} (kube-apiserver)`, 'real', new RealTarget(assets));
  }

  function describeTarget(
    name: string,
    kind: TargetUnderTest['kind'],
    target: ApiTarget,
  ) {
    describe(name, () => {
      beforeAll(() => target.start(), START_TIMEOUT_MILLISECONDS);
      afterAll(() => target.dispose(), START_TIMEOUT_MILLISECONDS);
      suite({ target, kind });
    });
  }
}
