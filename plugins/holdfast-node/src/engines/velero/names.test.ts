import { labelValueOf } from './names';

// TestGetValidLabelName in pkg/label/label_test.go of vmware-tanzu/velero v1.18.0.
it.each([
  ['short label value', 'short label value'],
  [
    'this_is_a_very_long_label_value_that_will_be_rejected_by_Kubernetes',
    'this_is_a_very_long_label_value_that_will_be_rejected_by_8d0722',
  ],
])('writes %s into a label', (name, label) => {
  expect(labelValueOf(name)).toBe(label);
});
