/** For what is backed up once a night: a day is what may be lost, and some hours more while the next backup runs. */
export const onceADay = {
  'holdfast.io/tier': 'bronze',
  'holdfast.io/rpo': 'PT36H',
};
