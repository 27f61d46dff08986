// The texts of the visitor's own page.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const phoneText = makeTexts({ id, en })
