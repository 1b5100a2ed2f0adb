import { Select } from '@backstage/ui';

/** Chooses any number of values; none means all. Values chosen by the address stay in the list when there is none of them left. */
export const FilterSelect = (props: {
  label: string;
  placeholder: string;
  counts: Record<string, number> | undefined;
  chosen: string[];
  labelOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
}) => {
  const { label, placeholder, counts = {}, chosen, labelOf, onChange } = props;
  const values = [...new Set([...Object.keys(counts), ...chosen])].sort();
  return (
    <Select
      label={label}
      placeholder={placeholder}
      size="small"
      selectionMode="multiple"
      value={chosen}
      onChange={keys => onChange(keys.map(String))}
      options={values.map(value => ({
        id: value,
        label: `${labelOf(value)} (${counts[value] ?? 0})`,
      }))}
    />
  );
};
