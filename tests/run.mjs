// `npm test`: everything that proves Antre, on a fresh clone too. `npm test -- tests/rules` runs only the tests whose
// path contains that. Old syntax: an old Node must be able to read this file in order to say that it is too old.
import { nodeIsRight } from '../server/launch/node-version.mjs'

if (nodeIsRight()) import('./run/all.mjs').then(({ runAll }) => runAll(process.argv.slice(2)))
