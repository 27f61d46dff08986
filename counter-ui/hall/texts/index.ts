// What the pages share that look after the hall (reception, supervision, management), as a function: `hallText(…)`.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const hallText = makeTexts({ id, en })
