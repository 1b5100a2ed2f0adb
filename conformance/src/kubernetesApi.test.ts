import { discoveryContract } from './contract/discovery';
import { listsContract } from './contract/lists';
import { refusalsContract } from './contract/refusals';
import { restartsContract } from './contract/restarts';
import { watchesContract } from './contract/watches';
import { writesContract } from './contract/writes';
import { describeTargets } from './targets/describeTargets';

jest.setTimeout(120_000);

describeTargets('Kubernetes API', underTest => {
  discoveryContract(underTest);
  listsContract(underTest);
  watchesContract(underTest);
  writesContract(underTest);
  refusalsContract(underTest);
  restartsContract(underTest);
});
