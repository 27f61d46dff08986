// The texts of the reception’s page, as a function: `receptionText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const receptionText = makeTexts({ id, en })
