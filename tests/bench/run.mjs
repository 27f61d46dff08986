// `npm run bench`: the numbers that Antre set out to reach, as ratios measured in one run; `npm run bench -- tickets`
// measures only the named rows. No time is ever asserted: a missed goal is reported, and the exit code is 0.
import { nodeIsRight } from '../../server/launch/node-version.mjs'

if (nodeIsRight()) import('./bench.mjs').then(({ bench }) => bench(process.argv.slice(2)))
