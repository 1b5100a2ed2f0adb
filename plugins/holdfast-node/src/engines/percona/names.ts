/** Labels of pods and claims (`pkg/naming` of both operators). */
export const instanceLabel = 'app.kubernetes.io/instance';
export const partOfLabel = 'app.kubernetes.io/part-of';
export const nameLabel = 'app.kubernetes.io/name';
export const componentLabel = 'app.kubernetes.io/component';

/** On a backup that was scheduled: five digits of a hash and the name of its schedule (`LabelBackupAncestor` in `pkg/naming`). */
export const ancestorLabel = 'percona.com/backup-ancestor';

/** The claims with the data are named after this template and their pod. */
export const dataClaimPrefix = 'datadir-';
