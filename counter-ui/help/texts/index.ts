// The texts of help and messages, as a function: `h('help')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const h = makeTexts({ id, en })
