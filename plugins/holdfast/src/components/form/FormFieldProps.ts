import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/**
 * Options in a template, under `ui:options` of a field.
 *
 * @public
 */
export type FormFieldOptions = {
  /** Which input of the API the property is, where its name is another one. */
  input?: string;
};

export type FormFieldProps<TValue> = FieldExtensionComponentProps<
  TValue,
  FormFieldOptions
>;
