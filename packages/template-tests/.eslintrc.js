module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Names for `it`, or for `it.skip` where the program that a test needs is missing.
    'jest/no-standalone-expect': [
      'error',
      {
        additionalTestBlockFunctions: [
          'withKubectl',
          'withPromtool',
          'withShellcheck',
        ],
      },
    ],
  },
});
