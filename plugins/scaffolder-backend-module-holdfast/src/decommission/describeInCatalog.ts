import { InputError } from '@backstage/errors';
import {
  ANNOTATION_DECOMMISSION,
  ANNOTATION_HOLD_UNTIL,
  ANNOTATION_KEEP_UNTIL,
  DecommissionRecord,
} from '@holdfast/plugin-holdfast-common';
import { Document, isMap, isSeq, parseAllDocuments } from 'yaml';

/** What was said before is taken back. */
const saidBefore = /, (?:leaving service|held until \d{4}-\d{2}-\d{2})$/;
const tag = 'decommissioning';

/**
 * Says in `catalog-info.yaml` what becomes of a database: in its title, for people, and in annotations. Its other entities are left as they are; after
 * its removal the database and its backup arrangement are not there any more, and the storage says until when it is kept.
 *
 * @throws InputError for a file that cannot be read
 */
export function describeInCatalog(
  text: string,
  record: DecommissionRecord,
): string {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents) || documents.length === 0) {
    throw new InputError('catalog-info.yaml: it is empty');
  }
  for (const { errors } of documents) {
    if (errors.length > 0) {
      throw new InputError(
        `catalog-info.yaml: ${errors[0].message.split('\n', 1)[0]}`,
      );
    }
  }
  const typeOf = (document: Document) => document.getIn(['spec', 'type']);
  const removed = record.stage === 'removal';
  const gone = documents.filter(
    document =>
      removed && ['database', 'backup'].includes(String(typeOf(document))),
  );
  const left = documents.filter(document => !gone.includes(document));
  for (const document of left) {
    if (document.get('kind') === 'Component') {
      document.setIn(['spec', 'lifecycle'], 'deprecated');
      for (const removal of gone) dropDependency(document, removal);
    }
    if (typeOf(document) === 'database') describeDatabase(document, record);
    if (typeOf(document) === 'backup-storage' && record.keepUntil) {
      annotate(document, ANNOTATION_KEEP_UNTIL, record.keepUntil);
    }
  }
  return left.map(written).join('---\n');
}

function describeDatabase(
  document: Document,
  record: DecommissionRecord,
): void {
  const { stage, holdUntil } = record;
  const name = String(document.getIn(['metadata', 'name']));
  const title = String(document.getIn(['metadata', 'title']) ?? name);
  const words = holdUntil ? `held until ${holdUntil}` : 'leaving service';
  document.setIn(
    ['metadata', 'title'],
    `${title.replace(saidBefore, '')}, ${words}`,
  );
  annotate(document, ANNOTATION_DECOMMISSION, stage);
  if (holdUntil) annotate(document, ANNOTATION_HOLD_UNTIL, holdUntil);
  const tags = document.getIn(['metadata', 'tags']);
  if (isSeq(tags)) {
    const known: unknown = tags.toJSON();
    if (Array.isArray(known) && !known.includes(tag)) tags.add(tag);
  } else {
    document.setIn(['metadata', 'tags'], [tag]);
  }
}

function annotate(document: Document, annotation: string, value: string): void {
  document.setIn(['metadata', 'annotations', annotation], value);
}

/** A relation to what is not there is an error in the catalog. */
function dropDependency(document: Document, removal: Document): void {
  const dependencies = document.getIn(['spec', 'dependsOn']);
  if (!isSeq(dependencies) || !isMap(document.get('spec'))) return;
  const ref = `resource:default/${String(removal.getIn(['metadata', 'name']))}`;
  dependencies.items = dependencies.items.filter(item => String(item) !== ref);
  if (dependencies.items.length === 0) document.deleteIn(['spec', 'dependsOn']);
}

/** In the style of the template, so that nothing else changes. */
function written(document: Document): string {
  return document
    .toString({ lineWidth: 0, directives: false, flowCollectionPadding: false })
    .replace(/^---\n/, '');
}
