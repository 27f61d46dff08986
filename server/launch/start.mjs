// Installs and builds what changed, then becomes the server: one process, so that a signal reaches it and no launcher's
// memory stays beside it. Where it should come back by itself, `npm start` (keep.sh) or systemd run it.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.start())
