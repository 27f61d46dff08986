// What choosing services says, as a function: `p('search')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const p = makeTexts({ id, en })
