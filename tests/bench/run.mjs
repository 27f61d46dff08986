// `npm run bench`: the numbers that Antre set out to reach, as ratios measured in one run; `npm run bench -- tickets`
// measures the named rows alone. No time is ever asserted: what is not reached is said, and the exit code is 0.
import { nodeIsRight } from '../../server/launch/node-version.mjs'

if (nodeIsRight()) import('./bench.mjs').then(({ bench }) => bench(process.argv.slice(2)))
