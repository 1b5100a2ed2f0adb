/** More are not asked for in earnest; each is gone through. */
const mostPods = 200;

/** The names that a StatefulSet gives its pods: its own and an ordinal, from 0 on unless `start` says otherwise. */
export function namesOfPods(
  statefulSet: string,
  replicas: number,
  start = 0,
): string[] {
  const asked = Number.isFinite(replicas) ? Math.trunc(replicas) : 0;
  const length = Math.min(Math.max(asked, 0), mostPods);
  return Array.from(
    { length },
    (_, index) => `${statefulSet}-${start + index}`,
  );
}
