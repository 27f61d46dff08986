// Installs and builds what changed, then becomes the server: one process, so that a signal reaches it and no
// launcher's memory stays beside it. To have it restarted, run it with `npm start` (keep.sh) or systemd.
import { nodeIsRight } from './node-version.mjs'

if (nodeIsRight()) import('./steps.mjs').then((steps) => steps.start())
