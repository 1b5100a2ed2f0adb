import { DeclaredAnnotations } from '@holdfast/plugin-holdfast-common';

/**
 * What is left of a statement when somebody overrides it. A tier replaces all of it, and an RPO or RTO for all disruptions replaces
 * that of each; otherwise what is nearer in a narrower sense would still hold.
 */
export function withoutOverridden(
  annotations: DeclaredAnnotations,
  overrides: DeclaredAnnotations,
): DeclaredAnnotations {
  const keys = Object.keys(overrides);
  if (keys.includes('tier')) return {};
  // Who asks for an RPO asks for the database to be recoverable.
  const asksForRpo = keys.some(key => key.startsWith('rpo'));
  return Object.fromEntries(
    Object.entries(annotations).filter(
      ([key]) =>
        !(asksForRpo && key === 'exempt') &&
        !keys.some(over => key === over || key.startsWith(`${over}.`)),
    ),
  );
}
