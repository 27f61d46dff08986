// The texts of the audit’s page, as a function: `auditText('title')`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const auditText = makeTexts({ id, en })
