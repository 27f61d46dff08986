// `npm run build`: builds the pages and the server into dist/ and weighs the pages.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.build())
