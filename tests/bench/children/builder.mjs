// Builds once more and reports what each page weighs.
import { bundle } from '../../../server/launch/bundle.mjs'
import { root } from '../../../server/launch/steps.mjs'

process.send?.(await bundle(root))
