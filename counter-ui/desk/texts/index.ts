// What the panel says of what not every visitor needs, as a function: `d('handOver')`. Apart from `t`, which stands on
// every page that somebody signs in to.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const d = makeTexts({ id, en })
