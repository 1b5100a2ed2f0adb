import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import checkSchema from '../../schema/check.schema.json';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const validate = ajv.compile(checkSchema);

/** What a report has that its schema does not allow. */
export function schemaProblems(report: unknown): unknown[] {
  validate(report);
  return validate.errors ?? [];
}
