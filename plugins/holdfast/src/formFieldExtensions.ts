import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { FormFieldName } from './components/form/formFields';

function formField(options: { name: string; field: FormFieldName }) {
  const { name, field } = options;
  return FormFieldBlueprint.make({
    name,
    params: {
      field: async () => {
        const { formFields } = await import('./components/form/formFields');
        return createFormField({ name: field, ...formFields[field] });
      },
    },
  });
}

/** The fields for forms of the scaffolder; a template names them under `ui:field`. */
export const formFieldExtensions = [
  formField({ name: 'text', field: 'HoldfastText' }),
  formField({ name: 'objective', field: 'HoldfastObjective' }),
  formField({ name: 'schedule', field: 'HoldfastSchedule' }),
  formField({ name: 'storage', field: 'HoldfastStorage' }),
  formField({ name: 'storage-class', field: 'HoldfastStorageClass' }),
  formField({ name: 'cluster', field: 'HoldfastCluster' }),
  formField({ name: 'namespace', field: 'HoldfastNamespace' }),
  formField({ name: 'repository', field: 'HoldfastRepository' }),
  formField({ name: 'preview', field: 'HoldfastPreview' }),
];
