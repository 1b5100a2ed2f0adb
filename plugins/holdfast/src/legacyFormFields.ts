import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import type { FormFieldOptions } from './components/form/FormFieldProps';
import { validatePreview } from './components/form/preview/validatePreview';
import type { RepositoryOptions } from './components/form/repository/HoldfastRepository';
import { validateRepository } from './components/form/repository/validateRepository';
import { validateFormField } from './components/form/validateFormField';
import { lazyField } from './components/legacy/lazyField';
import { holdfastPlugin } from './legacyPlugin';

export type { FormFieldOptions, RepositoryOptions };

/**
 * A line of text or a number that is checked as the API checks it. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastTextFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string | number, FormFieldOptions>({
    name: 'HoldfastText',
    component: lazyField(async () => {
      const { HoldfastText } = await import(
        './components/form/text/HoldfastText'
      );
      return HoldfastText;
    }),
    validation: validateFormField,
  }),
);

/**
 * The tiers side by side. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastObjectiveFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastObjective',
    component: lazyField(async () => {
      const { HoldfastObjective } = await import(
        './components/form/objective/HoldfastObjective'
      );
      return HoldfastObjective;
    }),
    validation: validateFormField,
  }),
);

/**
 * A schedule in six fields, with its next runs. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastScheduleFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastSchedule',
    component: lazyField(async () => {
      const { HoldfastSchedule } = await import(
        './components/form/schedule/HoldfastSchedule'
      );
      return HoldfastSchedule;
    }),
    validation: validateFormField,
  }),
);

/**
 * The size of a volume, with its price. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastStorageFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastStorage',
    component: lazyField(async () => {
      const { HoldfastStorage } = await import(
        './components/form/storage/HoldfastStorage'
      );
      return HoldfastStorage;
    }),
    validation: validateFormField,
  }),
);

/**
 * A storage class, with its price. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastStorageClassFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastStorageClass',
    component: lazyField(async () => {
      const { HoldfastStorageClass } = await import(
        './components/form/storage/HoldfastStorageClass'
      );
      return HoldfastStorageClass;
    }),
    validation: validateFormField,
  }),
);

/**
 * A cluster that Holdfast reads. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastClusterFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastCluster',
    component: lazyField(async () => {
      const { HoldfastCluster } = await import(
        './components/form/place/HoldfastCluster'
      );
      return HoldfastCluster;
    }),
    validation: validateFormField,
  }),
);

/**
 * A namespace of the cluster that is chosen. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastNamespaceFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, FormFieldOptions>({
    name: 'HoldfastNamespace',
    component: lazyField(async () => {
      const { HoldfastNamespace } = await import(
        './components/form/place/HoldfastNamespace'
      );
      return HoldfastNamespace;
    }),
    validation: validateFormField,
  }),
);

/**
 * Host, owner and name of a repository. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastRepositoryFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<string, RepositoryOptions>({
    name: 'HoldfastRepository',
    component: lazyField(async () => {
      const { HoldfastRepository } = await import(
        './components/form/repository/HoldfastRepository'
      );
      return HoldfastRepository;
    }),
    validation: validateRepository,
  }),
);

/**
 * Predicted verdict, findings and monthly cost of what the form would make. For `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const HoldfastPreviewFieldExtension = holdfastPlugin.provide(
  createScaffolderFieldExtension<unknown, FormFieldOptions>({
    name: 'HoldfastPreview',
    component: lazyField(async () => {
      const { HoldfastPreview } = await import(
        './components/form/preview/HoldfastPreview'
      );
      return HoldfastPreview;
    }),
    validation: validatePreview,
  }),
);
