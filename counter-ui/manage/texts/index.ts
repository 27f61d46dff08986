// The texts of the manager’s page, as a function: `manageText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const manageText = makeTexts({ id, en })
