// `npm run staff`, `npm run journal`, `npm run printer-agent`: runs the built server/cli/<name>.ts with the arguments
// that follow.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.command())
