// `npm run staff`, `npm run journal`, `npm run printer-agent`: runs server/cli/<name>.ts as it is built, with what
// follows as its arguments.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.command())
