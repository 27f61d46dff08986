// The audit's texts as a function: `a('search')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const a = makeTexts({ id, en })
