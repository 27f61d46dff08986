// The texts about printers as a function: `p('title')`.
import { makeTexts } from '../../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const p = makeTexts({ id, en })
