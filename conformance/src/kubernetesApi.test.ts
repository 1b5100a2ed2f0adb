import { discoveryContract } from './contract/discovery';
import { listsContract } from './contract/lists';
import { refusalsContract } from './contract/refusals';
import { describeTargets } from './targets/describeTargets';

jest.setTimeout(60_000);

describeTargets('Kubernetes API', underTest => {
  discoveryContract(underTest);
  listsContract(underTest);
  refusalsContract(underTest);
});
