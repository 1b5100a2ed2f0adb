/** The storage classes of the simulated clusters; the first is the default. */
export const storageClasses: readonly string[] = ['ssd', 'local-path'];
