// What needs attention, as a function: `a('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const a = makeTexts({ id, en })
