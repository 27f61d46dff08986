// Its texts as a function: `s('clockUnsure')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const s = makeTexts({ id, en })
