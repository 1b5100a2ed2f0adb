import { parseOptions } from './options';

const keys = { ACCESS_KEY_ID: 'id', SECRET_ACCESS_KEY: 'secret' };
const given = [
  '--kubeconfig=config',
  '--image=postgresql:18',
  '--storage-class=standard',
  '--store-endpoint=https://s3.example',
  '--store-path=s3://proof/',
];

describe('parseOptions', () => {
  it('takes the lab and both tiers unless told otherwise', () => {
    expect(parseOptions([], {})).toEqual({ tiers: ['silver', 'gold'] });
  });

  it('takes a cluster by kubeconfig, its keys from the environment', () => {
    expect(
      parseOptions([...given, '--tier=gold', '--context=staging'], keys),
    ).toMatchObject({
      tiers: ['gold'],
      given: {
        context: 'staging',
        storageClass: 'standard',
        store: {
          destinationPath: 's3://proof/',
          credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
        },
      },
    });
  });

  it.each([
    ['a tier without a replica', ['--tier=bronze'], keys, "--tier is 'bronze'"],
    ['no image', given.toSpliced(1, 1), keys, '--kubeconfig needs --image'],
    ['no keys', given, {}, 'are not in the environment'],
    ['what it does not know', ['--force'], keys, '--force'],
  ])('refuses %s and says how it is used', (_, args, environment, words) => {
    const parse = () => parseOptions(args, environment);
    expect(parse).toThrow(words);
    expect(parse).toThrow('usage: npm run prove:postgresql');
  });
});
