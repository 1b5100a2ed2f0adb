/** What is said of restores as proof. */
export const proofMessages = {
  title: 'Proof',
  failed: 'The restores could not be loaded',
  state: {
    current: 'Restore proven',
    overdue: 'Proof too old',
    failed: 'Last restore failed',
    'other-incarnation': 'Nothing proven of this database',
    none: 'Never restored, as far as is known',
  },
  restore: {
    succeeded: 'Restored {{when}} by {{by}}',
    failed: 'Tried {{when}} by {{by}}',
    from: 'from {{backup}}',
    in: 'in {{duration}}',
    checks: '{{passed}} of {{total}} checks passed',
    unchecked: 'nothing was checked in it',
    notPassed: 'Not passed: {{name}}.',
    notPassedWith: 'Not passed: {{name}} ({{detail}}).',
    says: 'It says: {{failure}}',
  },
  actor: {
    toolFor: '{{tool}} for {{person}}',
    drill: 'a drill in the cluster',
    restore: 'somebody in the cluster',
  },
  lastSuccess: 'The last one that succeeded was {{time}}.',
  due: {
    every: 'One is due every {{interval}}.',
    by: 'One is due every {{interval}}, the next by {{time}}.',
    since: 'One is due every {{interval}}, the next since {{time}}.',
  },
  measured_one: '{{count}} restore measured: {{median}}.',
  measured_other:
    '{{count}} restores measured: {{min}} to {{max}}, median {{median}}.',
  failures_one: '{{failed}} of the last {{count}} failed.',
  failures_other: '{{failed}} of the last {{count}} failed.',
  drill: {
    alive: 'Drill {{name}} keeps running.',
    suspended: 'Drill {{name}} is suspended.',
    neverSucceeded: 'Drill {{name}} is not known to have succeeded.',
    late: 'Drill {{name}} has not succeeded within {{interval}}.',
    schedule: 'Runs by {{expression}}.',
    started: 'Last begun {{time}}.',
    succeeded: 'Last succeeded {{time}}.',
  },
} as const;
