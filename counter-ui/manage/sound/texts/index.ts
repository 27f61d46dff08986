// The texts about the zones' sound as a function: `s('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const s = makeTexts({ id, en })
