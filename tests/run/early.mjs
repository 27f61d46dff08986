// While the database library is compiled, one core has little to do: these tests run there, and go on beside the others. They
// need neither that library nor the build, and count much and wait little.

/** Files from the program's folder. `early.test.ts` says which may stand here. */
export const EARLY = [
  'tests/look-ups.test.ts',
  'tests/regexes.test.ts',
  'tests/property/random-days.test.ts',
  'tests/property/old-events.test.ts',
  'tests/property/screens.test.ts',
  'tests/forecast/generated.test.ts',
  'tests/simulator/replay.test.ts',
]

/** In the environment of Vitest: these ran already. Its projects read no other switch of the command line. */
export const EARLY_RAN = 'ANTRE_EARLY_TESTS_RAN'
