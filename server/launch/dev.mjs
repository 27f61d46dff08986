// `npm run dev`: Antre for developers, on the one address: pages by Vite with reload, and the server, which
// restarts with every change of its sources.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.dev())
