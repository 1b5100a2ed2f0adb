import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { entriesOf, fields, scalar } from '../../engine';

/** Labels or annotations by which an object speaks to Holdfast. */
export const ownMarks = entriesOf(scalar, name =>
  name.startsWith(ANNOTATION_PREFIX),
);

/** What is kept of the metadata of a database, where its operator's marks say nothing. */
export const ownMetadata = fields({
  deletionTimestamp: scalar,
  labels: ownMarks,
  annotations: ownMarks,
});
