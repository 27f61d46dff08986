// The panel's texts as a function: `t('callNext')`.
import { makeTexts } from '../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const t = makeTexts({ id, en })
